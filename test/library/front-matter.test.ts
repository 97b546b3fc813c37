import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBoundedYaml } from '../../src/library/bounded-yaml.ts';
import { parseFrontMatter } from '../../src/library/front-matter.ts';

const page = (yaml: string, body = 'body\n') => `---\n${yaml}\n---\n${body}`;

describe('front matter', () => {
  test('is what stands between two lines of exactly three hyphens', () => {
    expect(parseFrontMatter(page('a: 1\nb: [x, y]'))).toMatchObject({
      matter: { a: 1, b: ['x', 'y'] },
      body: 'body\n',
      bodyLine: 5,
    });
    expect(parseFrontMatter(`\uFEFF${page('a: 1')}`)).toMatchObject({ matter: { a: 1 }, bodyLine: 4 });
    expect(parseFrontMatter('---\r\na: x\r\n---\r\nbody\r\n')).toMatchObject({ matter: { a: 'x' }, body: 'body\r\n' });
    expect(parseFrontMatter('---\n---\nbody')).toMatchObject({ matter: {}, body: 'body' });
    expect(parseFrontMatter('# No front matter\n')).toMatchObject({
      matter: {},
      body: '# No front matter\n',
      bodyLine: 1,
    });
    expect(parseFrontMatter('----\na rule')).toMatchObject({ matter: {}, bodyLine: 1 });
  });

  test.each(['---js', '---javascript', '---JS', '--- js', '---json', '---coffee', '--- yaml', '---toml', '--- '])(
    'an opening "%s" is refused in one line and never run',
    (opening) => {
      const code = 'module.exports = (globalThis.PWN = 1, { title: "x" })';
      expect(() => parseFrontMatter(`${opening}\n${code}\n---\nbody`)).toThrow(/^front matter opens with [^\n]+$/);
      expect(globalThis).not.toHaveProperty('PWN');
    },
  );

  test('the same broken text is refused each time', () => {
    for (let time = 0; time < 3; time++) expect(() => parseFrontMatter(page('a: [1'))).toThrow();
  });

  test('naming an engine inside the front matter changes nothing', () => {
    expect(parseFrontMatter(page('language: js\nengines: {js: x}')).matter).toMatchObject({ language: 'js' });
  });

  test('an open end, a line that only begins with hyphens, and more than 16 KiB are refused', () => {
    expect(() => parseFrontMatter('---\na: 1\n')).toThrow('not closed');
    expect(() => parseFrontMatter(page('a: |\n  x\n---more'))).toThrow('indent it');
    expect(() => parseFrontMatter(page(`a: ${'x'.repeat(17 * 1024)}`))).toThrow('16 KiB');
    expect(() => parseFrontMatter(page(`a: ${'é'.repeat(9 * 1024)}`))).toThrow('16 KiB');
  });
});

const HOSTILE: Record<string, string> = {
  'an alias': 'a: &x 1\nb: *x',
  'an alias bomb': 'a: &a [1]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]',
  'an anchor': 'a: &x 1',
  'a merge key': 'a: {x: 1}\n<<: {y: 2}',
  'a duplicate key': 'a: 1\nb: 2\na: 3',
  'a nested duplicate key': 'a: {b: 1, b: 2}',
  'a code tag': 'a: !!js/function "function(){}"',
  'any tag': 'a: !foo bar',
  'binary data': 'a: !!binary aGk=',
  'a list at the top': '- a',
  'a word at the top': 'hello',
  'a mapping as key': '? {a: 1}\n: b',
  'deep lists': `a: ${'['.repeat(50)}${']'.repeat(50)}`,
  'very deep lists': `a: ${'['.repeat(16_000)}`,
  'deep blocks': Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'a run of hyphens': `a:\n  ${'- '.repeat(7000)}x`,
  'a run of questions': '? '.repeat(7000),
  'a run of colons': `a${': a'.repeat(4000)}`,
};

describe('YAML', () => {
  test.each(Object.entries(HOSTILE))('%s is refused in one line', (_, yaml) => {
    expect(() => parseBoundedYaml(yaml)).toThrow(/^[^\n]{5,200}$/);
  });

  test('values are plain: no dates, no prototype, keys as written', () => {
    const value = parseBoundedYaml('date: 2020-01-01\n__proto__: {polluted: 1}\nconstructor: x\n1: one\nno: no');
    expect(value['date']).toBe('2020-01-01');
    expect(Object.keys(value).toSorted()).toEqual(['1', '__proto__', 'constructor', 'date', 'no']);
    expect({}).not.toHaveProperty('polluted');
  });

  test('any text gives a mapping or an error, never a crash', () => {
    const part = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&',
      '*',
      '!',
      '|',
      '>',
      '#',
      '?',
      '%',
      ',',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        try {
          expect(typeof parseBoundedYaml(parts.join(''))).toBe('object');
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 500 },
    );
  });
});
