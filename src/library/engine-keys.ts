/** Front matter that only the engine reads: word lists and thresholds, which are not worth a model's tokens. */
const ENGINE_KEYS = new Set(['concepts', 'signals', 'bar', 'applies', 'stances', 'roles', 'facts', 'asks']);

const ENGINE_PAGES = new Set(['references/vocabulary.md', 'references/open-questions.md']);

/** Whether a page of the package's references carries such keys; nobody else's pages are changed. */
export function isEnginePage(path: string): boolean {
  return path.startsWith('references/criteria/') || ENGINE_PAGES.has(path);
}

/** @returns the page without the engine's keys; the rest of its front matter and its body stay as written */
export function withoutEngineKeys(text: string, raw: string): string {
  if (raw === '') return text;
  const kept: string[] = [];
  let dropping = false;
  for (const line of raw.split('\n')) {
    const key = /^(['"]?)([A-Za-z][\w-]*)\1 *:/.exec(line)?.[2];
    if (key !== undefined) dropping = ENGINE_KEYS.has(key);
    if (!dropping) kept.push(line);
  }
  return text.replace(raw, () => kept.join('\n').trimEnd());
}
