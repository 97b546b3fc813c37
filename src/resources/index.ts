import {
  ResourceNotFoundError,
  ResourceTemplate,
  type CacheHint,
  type McpServer,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import { SkillsExtension, type SkillSource } from '@modelcontextprotocol/server/ext/skills';
import type { Library } from '../library/load.ts';
import type { Catalog } from './catalog.ts';

/** Longest URI that is looked at; every one of ours is far shorter. */
const MAX_URI = 2048;

/** The reference pages of a skill. One variable may hold slashes, so matching stays linear. */
const TEMPLATE = 'skill://{skill}/references/{+page}';

export interface ResourceOptions {
  readonly library: () => Promise<Library>;
  readonly cacheHint: CacheHint;
  readonly log: (line: string) => void;
}

/**
 * Serves every page as a resource and through the Skills extension.
 * The pages are read with the first request that needs them, not at start.
 */
export function registerResources(server: McpServer, options: ResourceOptions): void {
  const { cacheHint, log } = options;
  const catalog = once(async () => {
    const { buildCatalog } = await import('./catalog.ts');
    return buildCatalog(await options.library(), log);
  });
  const source = skillSource(catalog);
  const onWarning = ({ path, message }: { path: string; message: string }) => log(`${path}: ${message}`);
  new SkillsExtension({ source, cacheHint, onWarning }).attach(server);
  registerTemplate(server, catalog, cacheHint);
}

function skillSource(catalog: () => Promise<Catalog>): SkillSource {
  return {
    list: async () => ({ skills: [...(await catalog()).skills.values()] }),
    get: async (uri) => (await catalog()).skills.get(uri),
    read: async (uri) => {
      const page = bounded(uri) ? (await catalog()).pages.get(uri) : undefined;
      return page === undefined ? undefined : { text: page.text, mimeType: page.mimeType };
    },
    readDirectory: async (uri) => {
      const resources = (await catalog()).folders.get(uri.replace(/\/$/, ''));
      return resources === undefined ? undefined : { resources: [...resources] };
    },
    listResources: async () => {
      const { resourceOf } = await import('./catalog.ts');
      return [...(await catalog()).pages.values()].map(resourceOf);
    },
  };
}

/** For clients that complete; everything it matches is listed as a fixed URI too. */
function registerTemplate(server: McpServer, catalog: () => Promise<Catalog>, cacheHint: CacheHint): void {
  const starting = (values: Iterable<string>, start: string) =>
    [...new Set(values)].filter((value) => value.startsWith(start)).slice(0, 100);
  const complete = {
    skill: async (start: string) => {
      const { pages } = await catalog();
      return starting(
        [...pages.values()].map(({ skill }) => skill),
        start,
      );
    },
    page: async (start: string, context?: { arguments?: Record<string, string> }) => {
      const skill = context?.arguments?.['skill'];
      const own = [...(await catalog()).pages.values()].filter((page) => skill === undefined || page.skill === skill);
      const paths = own
        .filter(({ path }) => path.startsWith('references/'))
        .map(({ path }) => path.slice('references/'.length));
      return starting(paths, start);
    },
  };
  const template = new ResourceTemplate(TEMPLATE, { list: undefined, complete });
  const about = {
    title: 'Reference page of a skill',
    description: 'Criteria, patterns and checklists',
    mimeType: 'text/markdown',
  };
  server.registerResource(
    'reference',
    template,
    { ...about, cacheHint },
    async ({ href }): Promise<ReadResourceResult> => {
      const page = bounded(href) ? (await catalog()).pages.get(href) : undefined;
      if (page === undefined) throw new ResourceNotFoundError(href.slice(0, MAX_URI));
      return { contents: [{ uri: href, mimeType: page.mimeType, text: page.text }] };
    },
  );
}

function bounded(uri: string): boolean {
  return uri.length <= MAX_URI;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
