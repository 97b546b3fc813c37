import type { Action, Claim, Condition, Program, Update, Variable, Within } from './program.ts';

export interface PromelaOptions {
  readonly title: string;
  /** Most faults of one run. */
  readonly faults: number;
  /** Unstated facts, which are taken to be as one would fear. */
  readonly assumed: readonly string[];
}

/** A property as it is written: a number, a macro, an assertion and a formula. */
interface Numbered extends Claim {
  readonly number: number;
}

/** Writes a program for SPIN (Holzmann, The SPIN Model Checker, 2003): the same actions, the properties as assertions and LTL. */
export function promela(program: Program, options: PromelaOptions): string {
  const claims = program.claims.map((claim, at): Numbered => ({ ...claim, number: at + 1 }));
  return [
    ...heading(options),
    'byte faults = 0;',
    ...program.variables.map((one) => `${one.max > 1 ? 'byte' : 'bit'} ${nameOf(one)} = ${one.init};`),
    '#ifdef CHOOSE',
    'byte which = 0;',
    '#endif',
    '',
    ...properties(program, claims),
    ...process(program, claims),
    '#ifdef LTL',
    ...claims.map(({ number }) => `ltl p${number} { [] !VIOLATED_${number} }`),
    'ltl ends { <> OVER }',
    '#endif',
    '',
  ].join('\n');
}

function heading({ title, faults, assumed }: PromelaOptions): string[] {
  return [
    `/* ${comment(title)}`,
    ' *   spin -a FILE && cc -O2 -DSAFETY -o pan pan.c && ./pan     assertions, and ends that are none (stuck)',
    ' *   spin -DPROPERTY=1 -a FILE ...                             one property alone, by its number below',
    ' *   spin -DLTL -a FILE && cc -O2 -o pan pan.c && ./pan -a -N p1',
    ...assumed.map((path) => ` * Not stated, and taken to be as one would fear: ${comment(path)}`),
    ' */',
    '#ifndef FAULTS',
    `#define FAULTS ${faults}`,
    '#endif',
    '#ifndef PROPERTY',
    '#define PROPERTY 0',
    '#endif',
    '',
  ];
}

function properties({ done, signalled }: Program, claims: readonly Numbered[]): string[] {
  return [
    ...claims.flatMap(({ number, property, violated, say }) => [
      `/* ${number}, ${property}: ${comment(say)} */`,
      `#define VIOLATED_${number} ${expression(violated)}`,
    ]),
    '/* Nothing is left to be done, or somebody is told that it stands still. */',
    `#define OVER (${expression(done)} || ${expression(signalled)})`,
    '',
    'inline check() {',
    ...claims.map(({ number }) => `  assert((PROPERTY != 0 && PROPERTY != ${number}) || !VIOLATED_${number});`),
    '  skip',
    '}',
    '',
  ];
}

function process({ actions }: Program, claims: readonly Numbered[]): string[] {
  const numbers = [NOTHING, ...claims.map(({ number }) => number)];
  return [
    'active proctype design() {',
    '#ifdef CHOOSE',
    `  if ${numbers.map((number) => `:: which = ${number} `).join('')}fi;`,
    '#endif',
    '  check();',
    '  do',
    ...actions.map(branch),
    '  :: d_step { faults < FAULTS -> faults = FAULTS }   /* no further fault */',
    '  :: OVER -> break',
    '  od',
    '}',
    '',
  ];
}

/** A number that no property has. */
const NOTHING = 255;

function branch({ text, fault, when, sets }: Action): string {
  const guard = fault === undefined ? expression(when) : `faults < FAULTS && ${expression(when)}`;
  const steps = [...(fault === undefined ? [] : ['faults++']), ...sets.map(assignment), 'check()'];
  return `  :: d_step { ${guard} -> ${steps.join('; ')} }   /* ${fault === undefined ? '' : `${fault}: `}${comment(text)} */`;
}

function expression(condition: Condition): string {
  if (condition.kind === 'not') return `!${expression(condition.of)}`;
  if (condition.kind === 'within') return within(condition);
  const parts = condition.of.map(expression);
  if (parts.length === 0) return condition.kind === 'and' ? '(true)' : '(false)';
  return `(${parts.join(condition.kind === 'and' ? ' && ' : ' || ')})`;
}

function within({ variable, low, high }: Within): string {
  const name = nameOf(variable);
  if (low > high) return '(false)';
  if (low === high) return `(${name} == ${low})`;
  const parts = [...(low > 0 ? [`${name} >= ${low}`] : []), ...(high < variable.max ? [`${name} <= ${high}`] : [])];
  return parts.length === 0 ? '(true)' : `(${parts.join(' && ')})`;
}

function assignment(update: Update): string {
  const { variable, kind } = update;
  const name = nameOf(variable);
  if (kind === 'set') return `${name} = ${update.value}`;
  if (kind === 'up') return `${name} = (${name} < ${variable.max} -> ${name} + 1 : ${name})`;
  return `${name} = (${name} > 0 -> ${name} - 1 : 0)`;
}

/** Names that no keyword and no other variable has. */
function nameOf({ index, name }: Variable): string {
  return `v${index}_${name.replaceAll(/\W+/g, '_')}`;
}

function comment(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll(/[\r\n]+/g, ' ');
}
