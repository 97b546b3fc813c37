import type { Part } from './marks.ts';

/** What the language model says of one word or mark. */
export interface Reading {
  readonly lemma: string | undefined;
  readonly negated: boolean;
  readonly ends: boolean;
}

/** Lemmas, negation scopes and sentence ends of a list of words and marks. */
export interface Language {
  read(parts: readonly Part[]): Reading[];
}

let loading: Promise<Language> | undefined;

/** The language model, loaded once and on first use: it takes 0.1 s and 30 MB. */
export function loadLanguage(): Promise<Language> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Language> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = winkNLP(model, ['sbd', 'negation', 'pos']);
  const { its } = nlp;
  return {
    read: (parts) => {
      const shown = parts.map(show);
      const document: { tokens: () => Column; sentences: () => Column } = nlp.readDoc(shown.join(' '));
      const tokens = document.tokens();
      return align(shown, {
        values: tokens.out(its.value).map(String),
        lemmas: tokens.out(its.lemma).map(String),
        negated: tokens.out(its.negationFlag).map((flag) => flag === true),
        ends: new Set(document.sentences().out(its.span).map(lastOf)),
      });
    },
  };
}

interface Column {
  // The model's own types do not tell which column holds what.
  readonly out: (column: unknown) => readonly unknown[];
}

/** The last token of a sentence, given its first and last. */
function lastOf(span: unknown): number {
  return Array.isArray(span) ? Number(span[1]) : -1;
}

const MARKS = { stop: '.', asked: '?', break: '.', comma: ',', clause: ';' } as const;

/**
 * How a part is shown to the model: only plain lower-case words, each one token to it. Its tokenizer is quadratic
 * on what it does not know (4,000 characters of `a-a-a-` take 4 s), and its lemmas miss words with a capital.
 */
function show(part: Part): string {
  if (part.kind !== 'word') return MARKS[part.kind];
  if (/^[a-z]+$/.test(part.text)) return part.text;
  return /^\d/.test(part.text) ? '9' : 'x';
}

interface Tokens {
  readonly values: readonly string[];
  readonly lemmas: readonly string[];
  readonly negated: readonly boolean[];
  readonly ends: ReadonlySet<number>;
}

/** A part may be several tokens (`cannot`); then it has no lemma of the model's. */
function align(shown: readonly string[], { values, lemmas, negated, ends }: Tokens): Reading[] {
  let token = 0;
  return shown.map((text) => {
    const first = token;
    let length = 0;
    let last = false;
    while (length < text.length && token < values.length) {
      length += values[token]?.length ?? 0;
      last ||= ends.has(token);
      token += 1;
    }
    const lemma = token - first === 1 && text.length > 1 ? lemmas[first] : undefined;
    return { lemma, negated: negated[first] === true, ends: last };
  });
}
