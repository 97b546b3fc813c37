import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../src/library/criterion.ts';
import { parseDocument } from '../../../src/document/index.ts';
import { chancesOf, likeliest, weightsFrom } from '../../../src/review/reading/chances.ts';
import { peaksOf, type Cell } from '../../../src/review/reading/cell.ts';
import { featuresOf, isWord } from '../../../src/review/reading/features.ts';
import { gistOf } from '../../../src/review/reading/gist.ts';
import { addsToScore, hiddenOf, scoresOf, type Net } from '../../../src/review/reading/net.ts';
import { HEADING, readStatements, tellingWords } from '../../../src/review/reading/scores.ts';
import { choose } from '../../../src/review/reading/settle.ts';
import { observe } from '../../../src/review/observe.ts';
import { judge } from '../../../src/review/review.ts';
import { judgedOn, rulebook, vocabulary } from '../knowledge.ts';

const ORDERS = readFileSync('examples/orders.md', 'utf8');

async function read(text: string) {
  const document = await parseDocument({ name: 'design.md', text }, vocabulary);
  const observations = observe(document, rulebook.matcher);
  return { document, observations, readings: readStatements(document, observations) };
}

async function featuresOn(text: string): Promise<ReadonlyMap<string, number>> {
  const { observations } = await read(text);
  const [first] = observations;
  if (first === undefined) throw new Error('no statement');
  return featuresOf(first, 'body');
}

describe('the features of a statement', () => {
  it('are its words, its concepts, how it is meant, and not its form', async () => {
    const features = await featuresOn('The consumer retries with backoff.');
    expect([...features.keys()]).toEqual(
      expect.arrayContaining(['retry', 'backoff', 'says retry', 'meant stated', 'in body']),
    );
    expect(await featuresOn('- The consumer retries with backoff.')).toEqual(features);
  });

  it('leave out what a service is called', async () => {
    const words = async (text: string) => [...(await featuresOn(text)).keys()].filter((name) => !name.includes(' '));
    expect(await words('The booking service retries.')).toEqual(await words('The hazel service retries.'));
    expect(await words('The booking is retried.')).toContain('booking');
  });

  it('are shown in a report where they are words of the text', () => {
    expect(['backoff', 'says dead-letter', 'under queue', 'meant stated'].filter(isWord)).toEqual(['backoff']);
  });
});

describe('the scores of statements', () => {
  const RETRIES =
    '# Retries\n\nA failed call is retried 5 times with exponential backoff, then goes to the dead letter queue.\n\nThe logo is blue.\n';

  it('are higher where a criterion is spoken to, also under one heading, and a heading has none', async () => {
    const { readings, document, observations } = await read(RETRIES);
    const [heading = 0, retried = 0, logo = 0] = readings.get('retry-policy')?.scores ?? [];
    expect(heading).toBe(HEADING);
    expect(retried).toBeGreaterThan(0);
    expect(retried).toBeGreaterThan(logo + 2);
    const [, statement] = observations;
    expect(statement && tellingWords(document, statement, 'retry-policy')).toHaveLength(3);
  });

  it('come to peaks, also where there are few', () => {
    expect(peaksOf([1, 3, 2])).toMatchObject({ best: 3, second: 2, next: (1 - 6 - 6) / 3 });
    expect(peaksOf([]).best).toBe(-6);
    expect(peaksOf([0, 0]).all).toBeCloseTo(Math.log(2));
  });
});

const none = { met: 0, partial: 0, missing: 0, violated: 0, na: 0 };
const even = { met: 0.2, partial: 0.2, missing: 0.2, violated: 0.2, na: 0.2 };
const cell = (change: Partial<Cell> = {}): Cell => ({
  criterion: 'stuck',
  page: 'missing',
  strength: { met: 0, partial: 0, violated: 0 },
  words: { best: 1, second: 0, next: 0, all: 2 },
  leans: { met: 0, said: 0, na: 0, violated: 0 },
  ...change,
});

describe('a net', () => {
  const net: Net = {
    features: { rows: Float64Array.of(1, -1, 0, 3), bias: Float64Array.of(0, 0.5) },
    cited: { rows: Float64Array.of(2, 1), bias: Float64Array.of(-1) },
  };
  const first = { places: [0], values: Float64Array.of(2) };
  const both = { places: [0, 1], values: Float64Array.of(1, 1) };

  it('adds up the features of a statement, and nothing is below 0', () => {
    expect([...hiddenOf(first, net.features)]).toEqual([2, 0]);
    expect([...hiddenOf(both, net.features)]).toEqual([1, 2.5]);
  });

  it('scores a statement, and tells what each feature adds: nothing by a unit that is 0', () => {
    expect([...scoresOf(first, net)]).toEqual([3]);
    expect([...scoresOf(both, net)]).toEqual([3.5]);
    expect(addsToScore(0, first, net)).toEqual([4]);
    expect(addsToScore(0, both, net)).toEqual([1, 3]);
  });
});

describe('what a design leans to', () => {
  const share = (place: number) => ({ places: [place], values: Float64Array.of(1) });

  it('is what its best statements say, and those count more that have a higher score', () => {
    const gist = gistOf([share(0), share(1), share(1), undefined], [2, 0, 0, 9], 3);
    expect(Math.hypot(...gist)).toBeCloseTo(4);
    expect(gist[0]).toBeGreaterThan(2 * (gist[1] ?? 0));
    expect(gist[2]).toBe(0);
  });

  it('is nothing where there are no statements', () => {
    expect([...gistOf([], [], 2)]).toEqual([0, 0]);
    expect([...gistOf([undefined], [-8], 2)]).toEqual([0, 0]);
  });

  it('is more to `met` where a mechanism is spelt out than where none is', async () => {
    const leans = async (text: string) => (await read(text)).readings.get('retry-policy')?.leans;
    const spelt = await leans(
      'A failed call is retried 5 times with exponential backoff and jitter, then dead-lettered.',
    );
    const logo = await leans('The logo is blue.');
    expect(spelt?.met).toBeGreaterThan(logo?.met ?? 0);
    expect(spelt?.said).toBeGreaterThan(logo?.said ?? 0);
  });
});

describe('the choice of a verdict', () => {
  it('is the likeliest, and where two are as likely the one that is nearer to the rest', () => {
    expect(likeliest({ ...none, met: 0.8, missing: 0.2 }, VERDICTS)).toBe('met');
    expect(likeliest({ ...none, met: 0.4, partial: 0.2, missing: 0.4 }, VERDICTS)).toBe('partial');
  });

  it('is `partial` only where that is clearly nearer than something definite', () => {
    expect(likeliest({ ...none, met: 0.5, partial: 0.5 }, VERDICTS)).toBe('met');
    expect(likeliest({ ...none, missing: 0.5, partial: 0.5 }, VERDICTS)).toBe('missing');
    expect(likeliest({ ...none, met: 0.3, partial: 0.7 }, VERDICTS)).toBe('partial');
  });

  it('is one of those that may be given', () => {
    expect(likeliest({ ...none, met: 1 }, ['missing', 'na'])).toBe('missing');
  });

  it('accuses nobody where no signal does', () => {
    const chances = { ...even, violated: 0.9, missing: 0.1, met: 0, partial: 0, na: 0 };
    expect(choose(cell(), chances, 100)).toBe('missing');
    expect(choose(cell({ page: 'violated', strength: { met: 0, partial: 0, violated: 1 } }), chances, 100)).toBe(
      'violated',
    );
  });

  it('accuses by a signal of the page though the page as a whole does not', () => {
    const weak = cell({ page: 'partial', strength: { met: 0, partial: 0.5, violated: 0.3 } });
    expect(choose(weak, { ...none, violated: 0.7, partial: 0.3 }, 100)).toBe('violated');
    expect(choose(weak, { ...none, violated: 0.5, partial: 0.5 }, 100)).not.toBe('violated');
  });

  it('needs something to quote', () => {
    const chances = { ...even, partial: 0.5, missing: 0.3, met: 0.1, violated: 0, na: 0.1 };
    expect(choose(cell(), chances, 100)).toBe('partial');
    expect(choose(cell({ words: { best: -1, second: -2, next: -3, all: 0 } }), chances, 100)).toBe('missing');
  });

  it("believes a page's `met` in a short design, unless that is unlikely", () => {
    const said = cell({ page: 'met', strength: { met: 1, partial: 0, violated: 0 } });
    const chances = { ...even, partial: 0.7, met: 0.3, missing: 0 };
    expect(choose(said, chances, 59)).toBe('met');
    expect(choose(said, chances, 60)).toBe('partial');
    expect(choose(said, { ...chances, partial: 0.9, met: 0.1 }, 59)).toBe('partial');
  });

  it('believes a page that finds nothing to judge, unless it is unlikely or a mechanism is likely', () => {
    const nothing = cell({ page: 'na' });
    expect(choose(nothing, { ...even, missing: 0.5, na: 0.3, met: 0, partial: 0.2 }, 100)).toBe('na');
    expect(choose(nothing, { ...even, missing: 0.7, na: 0.1, met: 0, partial: 0.2 }, 100)).toBe('missing');
    expect(choose(nothing, { ...even, missing: 0.4, na: 0.35, met: 0.25, partial: 0 }, 100)).toBe('missing');
  });

  it('says that there is nothing to judge where it is sure, whatever the page says', () => {
    expect(choose(cell(), { ...none, na: 0.6, met: 0.4 }, 100)).toBe('na');
    expect(choose(cell(), { ...none, na: 0.5, met: 0.5 }, 100)).not.toBe('na');
  });

  it('has chances that add up to 1 even without weights, and is a little stricter than the readers', () => {
    const empty = { met: {}, partial: {}, missing: {}, violated: {}, na: {} };
    const chances = chancesOf([['bias', 1]], weightsFrom(empty));
    expect(Object.values(chances).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(chances).toMatchObject({ violated: 0.2, na: 0.2, partial: 0.2 });
    expect(chances.met).toBeLessThan(0.2);
    expect(chances.missing).toBeGreaterThan(0.2);
  });
});

describe('a whole design', () => {
  it('is cited by exact quotes for what it is given, and for nothing else', async () => {
    for (const { verdict, evidence, confidence } of await judgedOn(ORDERS)) {
      expect(evidence.length > 0).toBe(verdict !== 'missing' && verdict !== 'na');
      expect(confidence).toBe(Math.round(100 * confidence) / 100);
      for (const { why } of evidence) expect(why).not.toBe('');
    }
  });

  it('has two criteria about the same things apply together', async () => {
    const verdicts = new Map((await judgedOn(ORDERS)).map(({ criterion, verdict }) => [criterion, verdict]));
    expect(verdicts.get('divergent') === 'na').toBe(verdicts.get('reconciliation') === 'na');
    expect(verdicts.get('duplicated') === 'na').toBe(verdicts.get('idempotent-consumer') === 'na');
  });

  it("has a team's own criterion judged by its page alone", async () => {
    const stuck = rulebook.criteria.find(({ matter }) => matter.id === 'stuck');
    if (stuck === undefined) throw new Error('no criterion stuck');
    const own = { ...stuck, matter: { ...stuck.matter, id: 'team-stuck' } };
    const document = await parseDocument({ name: 'orders.md', text: ORDERS }, vocabulary);
    const { settled } = judge(document, { ...rulebook, criteria: [...rulebook.criteria, own] });
    expect(settled.at(-1)).toMatchObject({ scores: undefined });
  });
});
