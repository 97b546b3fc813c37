/**
 * Tells, line by line, what stands inside a fenced code block. `~~~` and longer fences count;
 * a fence is closed by the same character, at least as long, with nothing after it.
 */
export interface FenceReader {
  /** @returns what the next line is; `open` and `close` are the fence lines themselves, `info` what follows the opening */
  readonly next: (line: string) => { readonly at: 'text' | 'open' | 'inside' | 'close'; readonly info: string };
}

export function createFenceReader(): FenceReader {
  let fence: string | undefined;
  return {
    next: (line) => {
      const [, mark = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
      if (fence === undefined) {
        if (mark === '' || (mark.startsWith('`') && info.includes('`'))) return { at: 'text', info: '' };
        fence = mark;
        return { at: 'open', info: info.trim() };
      }
      if (!mark.startsWith(fence) || info.trim() !== '') return { at: 'inside', info: '' };
      fence = undefined;
      return { at: 'close', info: '' };
    },
  };
}
