import type { Word } from './types.ts';
import { splitToken } from './words.ts';

/** A sentence of a text: offsets into it, and its words. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

export interface Language {
  readonly sentences: (text: string) => Sentence[];
}

let loading: Promise<Language> | undefined;

/** Loads the language model once, on the first review: it takes longer than everything else a start needs. */
export function loadLanguage(): Promise<Language> {
  return (loading ??= load());
}

/** What we ask of a read text; the model's own types give every column as `string`. */
interface Columns {
  readonly values: readonly string[];
  readonly spaces: readonly string[];
  readonly lemmas: readonly string[];
  readonly negated: readonly boolean[];
  /** First and last token of each sentence. */
  readonly spans: readonly (readonly [number, number])[];
}

async function load(): Promise<Language> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = winkNLP(model, ['sbd', 'negation', 'pos']);
  const { its } = nlp;
  const read = (text: string): Columns => {
    const doc: { tokens: () => Column; sentences: () => Column } = nlp.readDoc(text.replace(/\s/g, ' '));
    const tokens = doc.tokens();
    return {
      values: tokens.out(its.value),
      spaces: tokens.out(its.precedingSpaces),
      lemmas: tokens.out(its.lemma),
      negated: tokens.out(its.negationFlag),
      spans: doc.sentences().out(its.span),
    };
  };
  return { sentences: (text) => toSentences(read(text)) };
}

interface Column {
  // The model types `out` by a helper that loses the column's type; the caller's annotation says it.
  readonly out: <T>(column: unknown) => readonly T[];
}

function toSentences({ values, spaces, lemmas, negated, spans }: Columns): Sentence[] {
  const starts = offsets(values, spaces);
  return spans.map(([first, last]) => ({
    start: starts[first] ?? 0,
    end: (starts[last] ?? 0) + (values[last]?.length ?? 0),
    words: values
      .slice(first, last + 1)
      .flatMap((value, at) => splitToken(value, lemmas[first + at] ?? '', negated[first + at] ?? false)),
  }));
}

/** Where each token starts: the model keeps the blanks before a token, so nothing of the text is lost. */
function offsets(values: readonly string[], spaces: readonly string[]): number[] {
  let at = 0;
  return values.map((value, index) => {
    const start = at + (spaces[index]?.length ?? 0);
    at = start + value.length;
    return start;
  });
}
