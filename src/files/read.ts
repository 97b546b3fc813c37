import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';

/** A file that is not read, in one line that names it as the caller called it, never by its absolute path. */
export class FileProblem extends Error {}

/** O_NONBLOCK: a FIFO must not block the thread that opens it; O_NOFOLLOW: the last part of the path is no link. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder; name a file',
  ELOOP: 'it is a link; name the file it points to',
  ENXIO: 'it is not a regular file',
  ENAMETOOLONG: 'the name is too long',
};

/** @returns what a failed file call means for the person who named the file. */
export function fileProblem(label: string, error: unknown): FileProblem {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
  return new FileProblem(`${label}: ${REASONS[code] ?? `it could not be read (${code})`}.`, { cause: error });
}

/** Whether a file call failed, or a file was not read, because nothing has that name. */
export function isAbsent(problem: unknown): boolean {
  const error = problem instanceof FileProblem ? problem.cause : problem;
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/**
 * @param path relative to `folder`, or absolute
 * @param label how messages call it
 * @returns the absolute path with every link followed
 * @throws FileProblem
 */
export async function realPathOf(path: string, folder: string, label = path): Promise<string> {
  return realpath(resolve(folder, path)).catch((error: unknown) => {
    throw fileProblem(label, error);
  });
}

/**
 * Reads a regular file as UTF-8 text.
 * @param path absolute, already resolved: a link in its last part is refused
 * @param label how messages call the file
 * @param cap most bytes it may have
 * @param check looks at the open file before it is read; throws to refuse it
 * @throws FileProblem
 */
export async function readText(
  path: string,
  label: string,
  cap: number,
  check?: (file: FileHandle) => Promise<void>,
): Promise<string> {
  const file = await open(path, FLAGS).catch((error: unknown) => {
    throw fileProblem(label, error);
  });
  try {
    if (!(await file.stat()).isFile()) throw new FileProblem(`${label}: it is not a regular file; name a text file.`);
    await check?.(file);
    return decodeText(await readBytes(file, cap, label), label);
  } catch (error) {
    throw error instanceof FileProblem ? error : fileProblem(label, error);
  } finally {
    await file.close();
  }
}

/** Whether a file can be read and begins with these ASCII characters; no more of it is read. */
export async function beginsWith(path: string, start: string): Promise<boolean> {
  const file = await open(path, FLAGS).catch(() => undefined);
  if (file === undefined) return false;
  try {
    if (!(await file.stat()).isFile()) return false;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(start.length), 0, start.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === start;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** Reads to the end, whatever size the file claimed to have, and stops one byte past the cap. */
async function readBytes(file: FileHandle, cap: number, label: string): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.min(cap, (await file.stat()).size) + 1);
  const parts: Buffer[] = [];
  let total = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) return Buffer.concat(parts, total);
    total += bytesRead;
    if (total > cap) throw new FileProblem(`${label}: it is larger than ${sizeName(cap)}; give a smaller part of it.`);
    parts.push(Buffer.from(buffer.subarray(0, bytesRead)));
  }
}

/**
 * @returns the text of UTF-8 bytes, without a byte order mark
 * @throws FileProblem for other encodings and for binary data
 */
export function decodeText(bytes: Uint8Array, label: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem(`${label}: it is not valid UTF-8; save it as UTF-8 text.`);
  }
  if (text.includes('\0'))
    throw new FileProblem(`${label}: it holds NUL characters, so it is not text; name a text file.`);
  return text;
}

function sizeName(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${Math.round(bytes / 1024)} KiB`;
}
