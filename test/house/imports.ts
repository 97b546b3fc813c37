import { posix } from 'node:path';
import { filesUnder, textOf } from './files.ts';

/** One import of one source file: `of` is a path from the root, or a package name without its subpath. */
export interface Import {
  readonly from: string;
  readonly of: string;
  readonly typeOnly: boolean;
}

const FORMS = /\b(?:import|export)(\s+type\b)?(?:[^'";]*?\bfrom)?\s*\(?\s*['"]([^'"]+)['"]/g;

/** A source file without its comments, so that prose is not taken for code. */
export function codeOf(path: string): string {
  return textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

function importsOf(from: string): Import[] {
  return [...codeOf(from).matchAll(FORMS)].map(([, type, specifier = '']) => ({
    from,
    of: specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : packageOf(specifier),
    typeOnly: type !== undefined,
  }));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Every import, static or dynamic, of every file under src/. */
export const sourceFiles = (): string[] => filesUnder('src', '.ts');
export const sourceImports = (): Import[] => sourceFiles().flatMap(importsOf);
