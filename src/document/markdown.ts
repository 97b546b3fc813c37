import type { Root } from 'mdast';
import type { Processor } from 'unified';

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
  const processor = unified().use(remarkParse).use(remarkGfm).use(blocksOnly).freeze();
  return (text) => processor.parse(text);
}

/** The signs of inline markup are masked before a text is parsed (`maskLine`); the parser need not look for them. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

function blocksOnly(this: Processor): void {
  const data = this.data();
  const extensions = (data.micromarkExtensions ?? []).map((extension) => ({ ...extension, text: {} }));
  data.micromarkExtensions = [...extensions, { disable: { null: INLINE } }];
  // Its only transform searches the finished text for addresses, which nobody asks for.
  const builders = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = builders.map((builder) => ({ ...builder, transforms: [] }));
}
