import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The built command, as `npm run build` leaves it; another one (an installed package) by FAULTLINE_CLI. */
export const CLI = process.env['FAULTLINE_CLI'] ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Reply {
  readonly jsonrpc?: string;
  readonly id?: string | number | null;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
  readonly method?: string;
  readonly params?: Record<string, unknown>;
}

/** A server process spoken to byte by byte. Whatever it writes to standard output must be one JSON message a line. */
export class RawServer {
  readonly child: ChildProcessWithoutNullStreams;
  /** Every line of standard output so far, parsed. */
  readonly replies: Reply[] = [];
  /** Lines of standard output that are no JSON: there must never be any. */
  readonly noise: string[] = [];
  stderr = '';
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  #rest = '';
  #nextId = 1000;
  readonly #listeners: (() => void)[] = [];

  constructor(args: readonly string[] = [], options: { cwd?: string; execArgv?: string[] } = {}) {
    const command = [...(options.execArgv ?? []), CLI, 'serve', ...args];
    this.child = spawn(process.execPath, command, { cwd: options.cwd ?? ROOT, stdio: 'pipe' });
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.child.stdin.on('error', () => undefined);
    this.exited = once(this.child, 'close').then(([code, signal]: (number | string | null)[]) => ({
      code: typeof code === 'number' ? code : null,
      signal: typeof signal === 'string' ? signal : null,
    }));
    void this.exited.then(() => this.#tell());
  }

  write(text: string | Buffer): void {
    this.child.stdin.write(text);
  }

  send(message: object): void {
    this.write(`${JSON.stringify(message)}\n`);
  }

  /** Sends a request and waits for its reply. */
  async ask(method: string, params?: object, id: string | number = this.#nextId++): Promise<Reply> {
    this.send({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    return this.reply((one) => one.id === id);
  }

  async initialize(protocolVersion = '2025-11-25'): Promise<Reply> {
    const clientInfo = { name: 'test', version: '1' };
    const reply = await this.ask('initialize', { protocolVersion, capabilities: {}, clientInfo });
    this.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    return reply;
  }

  /** The first reply that fits, once it has come. */
  async reply(fits: (reply: Reply) => boolean): Promise<Reply> {
    for (;;) {
      const found = this.replies.find(fits);
      if (found !== undefined) return found;
      await this.#change();
    }
  }

  async count(least: number): Promise<void> {
    while (this.replies.length < least) await this.#change();
  }

  async stop(): Promise<void> {
    this.child.stdin.end();
    await this.exited;
  }

  #change(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null)
      throw new Error(`the server has ended: ${JSON.stringify(this.replies.slice(-3))} ${this.stderr}`);
    return new Promise((resolve) => this.#listeners.push(resolve));
  }

  #tell(): void {
    for (const listener of this.#listeners.splice(0)) listener();
  }

  #read(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      try {
        this.replies.push(JSON.parse(line));
      } catch {
        this.noise.push(line);
      }
    }
    this.#tell();
  }
}

/** Runs a test with a server that is ended afterwards; fails on any noise. */
export async function withServer(
  use: (server: RawServer) => Promise<void>,
  args: readonly string[] = [],
): Promise<void> {
  const server = new RawServer(args);
  try {
    await use(server);
  } finally {
    await server.stop();
  }
  if (server.noise.length > 0) throw new Error(`noise on standard output: ${server.noise.join('\n')}`);
}

/** The text of a tool's answer. */
export function textOf(result: unknown): string {
  const content = property(result, 'content');
  const [first]: unknown[] = Array.isArray(content) ? content : [];
  return String(property(first, 'text'));
}

/** A property of a value whose shape the test does not know. */
export function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
