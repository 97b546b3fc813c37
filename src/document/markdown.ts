import type { Root } from 'mdast';

type ToTree = (text: string) => Root;

let loading: Promise<ToTree> | undefined;

/** Loads the Markdown parser once, when the first design comes. */
export function loadMarkdown(): Promise<ToTree> {
  return (loading ??= load());
}

async function load(): Promise<ToTree> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  return (text) => processor.parse(text);
}
