import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../house/files.ts';

export type Scheme = 'light' | 'dark';

/** Screenshots are kept here; the folder is not part of the repository. */
export const SHOTS = join(ROOT, 'coverage/browser');

const KNOWN = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Nothing of the browser's own may go to the network while a page is looked at. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

async function chromium(args: readonly string[], page: string): Promise<string> {
  const program = KNOWN.find((path) => path !== '' && existsSync(path));
  if (program === undefined)
    throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.');
  const folder = await mkdtemp(join(tmpdir(), 'faultline-browser-'));
  try {
    const file = join(folder, 'page.html');
    await writeFile(file, page);
    const all = [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, ...args, `file://${file}`];
    return (await promisify(execFile)(program, all, { maxBuffer: 64 * 1024 * 1024 })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function preferring(scheme: Scheme): string {
  return `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`;
}

/** @returns the PNG, which also stays in {@link SHOTS} */
export async function screenshot(page: string, name: string, size: string, scheme: Scheme): Promise<Buffer> {
  await mkdir(SHOTS, { recursive: true });
  const file = join(SHOTS, `${name}.png`);
  await chromium([`--window-size=${size}`, preferring(scheme), `--screenshot=${file}`], page);
  return readFile(file);
}

/**
 * Runs a script in the page and gives what it returns.
 * The page stands in a frame of that width, since a window is never narrower than 500 pixels; its policy is taken off, or
 * the script would not run.
 * @param body of an async function; `more` is script that is loaded before it
 */
export async function inPage(page: string, width: number, scheme: Scheme, body: string, more = ''): Promise<unknown> {
  const script = `<script>${more}</script><script>addEventListener('load', async () => {
    const answer = JSON.stringify(await (async () => { ${body} })());
    parent.document.getElementById('answer').textContent = btoa(unescape(encodeURIComponent(answer)));
  });</script>`;
  const open = page.replace(/<meta http-equiv[^>]*>/, '').replace('</body>', () => `${script}</body>`);
  const attribute = open.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const outer = `<!doctype html><pre id="answer"></pre><iframe width="${width}" height="800" srcdoc="${attribute}"></iframe>`;
  const dom = await chromium(
    ['--window-size=1400,1000', preferring(scheme), '--virtual-time-budget=20000', '--dump-dom'],
    outer,
  );
  const answer = /<pre id="answer">([^<]+)</.exec(dom)?.[1];
  if (answer === undefined) throw new Error('the page gave no answer');
  return JSON.parse(Buffer.from(answer, 'base64').toString());
}
