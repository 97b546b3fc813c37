import { stringify } from 'yaml';
import type { Raw } from './mutants/sound.ts';

export interface Scattered {
  readonly files: { readonly name: string; readonly text: string }[];
  /** By path of a part: the files and lines that say something of it. A handler has two homes. */
  readonly homes: ReadonlyMap<string, readonly Home[]>;
}

interface Home {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Words enough for a page between two facts. */
const PAGE = [
  'The team met twice about the wording of this page and kept what both readers understood at once.',
  'Names follow the glossary; where a word is used in another sense, the sentence says so.',
  'Figures were taken in the week of the spring campaign and are repeated every quarter.',
  'A page is changed by whoever changes the behaviour, in the same review.',
];

/** Columns of a table of channels, with the setting that each stands for. */
const CHANNEL_COLUMNS: readonly (readonly [string, string])[] = [
  ['retention', 'retention'],
  ['max deliveries', 'maxDeliveries'],
  ['delivery', 'delivery'],
];

/** Spreads the parts of a model over some files: channels in tables where a table can hold the fact, all else in blocks. */
export function scatter(model: Raw, fileCount: number, pages: number): Scattered {
  const documents = Array.from({ length: fileCount }, (_, index) => ({
    name: `part-${index + 1}.md`,
    lines: [`# Part ${index + 1}`, ''],
  }));
  const homes = new Map<string, Home[]>();
  const parts = Object.entries(model).flatMap(([section, of]) =>
    section === 'goals'
      ? [{ section, name: '', part: of as Raw }]
      : Object.entries(of as Record<string, Raw>).flatMap(([name, part]) =>
          (section === 'handlers' ? halves(part) : [part]).map((half) => ({ section, name, part: half })),
        ),
  );
  const filler = Math.ceil((pages * 40) / Math.max(1, parts.length));
  for (const [index, { section, name, part }] of parts.entries()) {
    const document = documents[(index * 5) % fileCount];
    if (document === undefined) continue;
    const { lines } = document;
    lines.push(`## ${section} ${name}`, '');
    for (let line = 0; line < filler; line += 1) lines.push(PAGE[(index + line) % PAGE.length] ?? '', '');
    const from = lines.length + 1;
    lines.push(...written(section, name, part), '');
    const path = name === '' ? section : `${section}.${name}`;
    homes.set(path, [...(homes.get(path) ?? []), { file: document.name, from, to: lines.length }]);
  }
  return { files: documents.map(({ name, lines }) => ({ name, text: lines.join('\n') })), homes };
}

/** What two teams say of one handler. */
function halves(part: Raw): Raw[] {
  const facts = Object.entries(part);
  return [0, 1].map((half) => Object.fromEntries(facts.filter((_, index) => index % 2 === half)));
}

function written(section: string, name: string, part: Raw): string[] {
  if (section !== 'channels') return block(section === 'goals' ? { goals: part } : { [section]: { [name]: part } });
  const cells = CHANNEL_COLUMNS.filter(([, field]) => part[field] !== undefined && part[field] !== 'unlimited');
  const rest = Object.fromEntries(Object.entries(part).filter(([key]) => !cells.some(([, field]) => field === key)));
  return [
    `| channel | ${cells.map(([title]) => title).join(' | ')} |`,
    `| --- | ${cells.map(() => '---').join(' | ')} |`,
    `| ${name} | ${cells.map(([, field]) => String(part[field])).join(' | ')} |`,
    '',
    ...block({ channels: { [name]: rest } }),
  ];
}

function block(model: Raw): string[] {
  return ['```yaml faultline', ...stringify(model).trimEnd().split('\n'), '```'];
}
