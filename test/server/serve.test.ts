import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Report } from '../../src/review/report.ts';
import { serve } from '../../src/serve.ts';
import { ROOT, property, textOf, type Reply } from '../helpers/server.ts';

/** What a review gives here; the server only passes it on. */
const REPORT: Report = {
  faultline: '0.0.0',
  design: { name: 'design', sha256: '0', lines: 1 },
  skill: 'distributed-systems-patterns',
  score: 50,
  readiness: 'gaps',
  items: [{ item: 'ordering', title: 'Ordering assumptions are explicit', score: 50 }],
  verdicts: [],
  questions: [{ criterion: 'ordering', question: 'Which flows need order?', candidates: [] }],
  next: ['Name the key.'],
};

interface Options {
  readonly review?: (source: { readonly text: string }) => Promise<Report>;
  readonly skills?: readonly string[];
}

/** The server in this process, on streams and with a host of the test's own. */
class Session {
  readonly stdin = new PassThrough();
  readonly stdout = new PassThrough();
  readonly host = new EventEmitter();
  readonly replies: Reply[] = [];
  readonly ended: Promise<number>;
  stderr = '';
  #id = 0;

  constructor({ review = () => Promise.resolve(REPORT), skills = [] }: Options = {}) {
    const stderr = new PassThrough();
    stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    const { stdin, stdout, host } = this;
    const rest = {
      version: '0.0.0',
      roots: [ROOT],
      skills,
      builtin: true,
      review,
      today: () => '2027-01-01',
      deadline: () => () => false,
    };
    stdout.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    this.ended = serve({ stdin, stdout, stderr, host, ...rest });
  }

  send(message: object): void {
    this.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }

  async ask(method: string, params?: object): Promise<Reply> {
    const id = ++this.#id;
    this.send({ id, method, params });
    return this.reply(id);
  }

  async reply(id: string | number): Promise<Reply> {
    for (;;) {
      const found = this.replies.find((reply) => reply.id === id);
      if (found !== undefined) return found;
      await new Promise((resolve) => this.stdout.once('data', resolve));
    }
  }

  call(id: string, input: object): void {
    this.send({ id, method: 'tools/call', params: { name: 'review_design', arguments: input } });
  }

  #read(text: string): void {
    for (const line of text.split('\n')) if (line !== '') this.replies.push(JSON.parse(line));
  }
}

const never = () => new Promise<never>(() => undefined);

test('lists, reads and reviews, and ends with its input', async () => {
  const session = new Session();
  const { result } = await session.ask('resources/list');
  const listed = property(result, 'resources');
  const isPage = (one: unknown) => property(one, 'mimeType') === 'text/markdown';
  const first: unknown = (Array.isArray(listed) ? listed : []).find(isPage);
  const read = await session.ask('resources/read', { uri: property(first, 'uri') });
  expect(read.result).toMatchObject({ contents: [{ mimeType: 'text/markdown' }] });
  expect((await session.ask('skills/list')).result).toMatchObject({ skills: expect.anything() });
  const root = await session.ask('resources/directory/read', { uri: 'skill://distributed-systems-patterns/' });
  expect(root.result).toMatchObject({ resources: expect.anything() });
  expect((await session.ask('resources/directory/read', { uri: 'skill://none' })).error?.code).toBe(-32602);
  expect((await session.ask('skills/get', { uri: 'skill://none/SKILL.md' })).error?.code).toBe(-32602);
  const ref = { type: 'ref/resource', uri: 'skill://{skill}/references/{+page}' };
  const completed = await session.ask('completion/complete', { ref, argument: { name: 'page', value: 'messaging' } });
  expect(completed.result).toMatchObject({ completion: { values: ['messaging-checklist.md'] } });
  for (const name of ['review_design', 'design_workflow', 'prove_design'])
    for (const given of [{}, { [name === 'design_workflow' ? 'problem' : 'path']: 'a.md' }])
      expect((await session.ask('prompts/get', { name, arguments: given })).result).toHaveProperty('messages');
  const guide = async (input: object) =>
    (await session.ask('tools/call', { name: 'read_guidance', arguments: input })).result;
  expect(textOf(await guide({}))).toContain('messaging-checklist');
  expect(await guide({ name: 'messaging-checklst' })).toMatchObject({ isError: true });
  expect(textOf(await guide({ nam: 'x', pag: 'y' }))).toContain('It takes: name, section, search.');
  session.stdin.end();
  expect(await session.ended).toBe(0);
  expect(session.stderr).toBe('');
});

test('a review comes short or whole', async () => {
  const session = new Session();
  session.call('short', { text: 'x' });
  session.call('whole', { text: 'x', detail: 'full' });
  session.call('file', { path: 'README.md' });
  const [short, whole] = [await session.reply('short'), await session.reply('whole')];
  expect(short.result).toMatchObject({
    structuredContent: { score: 50, questions: [{ criterion: 'ordering', candidates: [] }] },
  });
  expect(textOf(short.result)).toContain('Name the key.');
  expect(whole.result).toMatchObject({ structuredContent: { questions: [{ criterion: 'ordering' }] } });
  expect((await session.reply('file')).result).toHaveProperty('structuredContent');
  session.stdin.end();
  expect(await session.ended).toBe(0);
});

test('what fails inside is told to the operator, not to the client', async () => {
  const session = new Session({ review: () => Promise.reject(new Error('design: not read within 5 s.')) });
  session.call('fails', { text: 'x' });
  const { result } = await session.reply('fails');
  expect(result).toMatchObject({ isError: true });
  expect(textOf(result)).toBe('design: not read within 5 s.');
  const broken = new Session({ review: () => Promise.resolve({ ...REPORT, verdicts: JSON.parse('null') }) });
  broken.call('bug', { text: 'x' });
  expect(textOf((await broken.reply('bug')).result)).toMatch(/^review_design failed inside Faultline\. /);
  expect(broken.stderr).toContain('review_design failed: ');
  for (const { stdin } of [session, broken]) stdin.end();
  await Promise.all([session.ended, broken.ended]);
});

test('a signal lets work finish, a second one does not wait', async () => {
  let finish: (report: Report) => void = () => undefined;
  const finished = new Promise<Report>((resolve) => (finish = resolve));
  const review = () => finished;
  const session = new Session({ review });
  session.call('work', { text: 'x' });
  await session.ask('ping');
  session.host.emit('SIGTERM');
  finish(REPORT);
  expect(await session.ended).toBe(0);
  expect(await session.reply('work')).toHaveProperty('result');

  const stuck = new Session({ review: never });
  stuck.call('stuck', { text: 'x' });
  await stuck.ask('ping');
  stuck.host.emit('SIGINT');
  stuck.host.emit('SIGINT');
  expect(await stuck.ended).toBe(0);
});

test('work that does not finish is given up after the grace', async () => {
  const session = new Session({ review: never });
  session.call('stuck', { text: 'x' });
  await session.ask('ping');
  session.stdin.end();
  expect(await session.ended).toBe(0);
  expect(session.replies.some(({ id }) => id === 'stuck')).toBe(false);
});

test('an uncaught error answers what is in flight and ends with 70; a rejection is only noted', async () => {
  const session = new Session({ review: never });
  session.call('work', { text: 'x' });
  await session.ask('ping');
  session.host.emit('unhandledRejection', 'of no consequence');
  await session.ask('ping');
  session.host.emit('uncaughtException', new Error('a bug'));
  expect((await session.reply('work')).error).toMatchObject({ code: -32603 });
  expect(await session.ended).toBe(70);
  expect(session.stderr).toMatch(/unhandled rejection: of no consequence[\s\S]*uncaught error: Error: a bug/);
});

test('bad lines, long lines, ids in use and a last line without an end are answered', async () => {
  const session = new Session({ review: never });
  session.stdin.write('{\n\n');
  session.stdin.write(Buffer.alloc(9 * 1024 * 1024, 'a'));
  session.stdin.write('\n');
  session.call('twice', { text: 'x' });
  session.call('twice', { text: 'x' });
  session.send({ method: 'notifications/cancelled', params: { requestId: 'twice' } });
  session.stdin.end('{"jsonrpc":"2.0","id":"last","method":"ping"}');
  expect(await session.ended).toBe(0);
  expect(session.replies.map(({ id, error }) => [id, error?.code])).toEqual([
    [undefined, -32700],
    [undefined, -32600],
    ['twice', -32600],
    ['last', undefined],
  ]);
});

test('a client that is gone ends it', async () => {
  const session = new Session({ review: never });
  session.call('work', { text: 'x' });
  await session.ask('ping');
  session.stdout.destroy(new Error('EPIPE'));
  expect(await session.ended).toBe(0);
});

test('a folder of skills that is not there is named at once', async () => {
  const session = new Session({ skills: ['/no/such/folder'] });
  await session.ask('tools/list');
  await session.ask('resources/list');
  session.stdin.end();
  await session.ended;
  expect(session.stderr).toBe('faultline: /no/such/folder is skipped: there is no such folder\n');
});

test('a request beyond the 64th waits until one is answered', async () => {
  const finish: (() => void)[] = [];
  const session = new Session({ review: () => new Promise<Report>((resolve) => finish.push(() => resolve(REPORT))) });
  for (let index = 0; index < 64; index++) session.call(`work-${index}`, { text: 'x' });
  session.send({ id: 'after', method: 'ping' });
  while (finish.length < 64) await new Promise((resolve) => setImmediate(resolve));
  expect(session.replies).toEqual([]);
  finish[0]?.();
  expect(await session.reply('after')).toMatchObject({ result: {} });
  for (const one of finish) one();
  session.stdin.end();
  expect(await session.ended).toBe(0);
  expect(session.replies).toHaveLength(65);
});
