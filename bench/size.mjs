import { execFileSync } from 'node:child_process';
import { ROOT } from '../scripts/root.mjs';

/** What npm downloads and what then lies on the disk; nothing else is installed with it. */
export function size() {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const json = execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  const [packed] = JSON.parse(json);
  return [
    { figure: 'packed', value: packed.size / 1e6, unit: 'MB' },
    { figure: 'installed', value: packed.unpackedSize / 1e6, unit: 'MB', bar: '< 6' },
    { figure: 'files', value: packed.files.length },
  ];
}
