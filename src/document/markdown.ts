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

/**
 * What stands inside a paragraph is read by `readParts`: the parser's own inline constructs take half of its time on
 * real designs, and most of the inputs on which it needs minutes (nested images, emphasis, links) go through them.
 */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'emailAutolink',
  'gfmFootnoteCall',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'potentialGfmFootnoteCall',
  'protocolAutolink',
  'strikethrough',
  'wwwAutolink',
];

function blocksOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: INLINE } }];
  // Its only transform searches the finished text for addresses, which nobody asks for.
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}
