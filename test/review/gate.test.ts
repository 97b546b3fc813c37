import { describe, expect, it } from 'vitest';
import { parseGate } from '../../src/review/gate.ts';
import { report, verdict } from './reports.ts';

describe('parseGate', () => {
  it('readiness fails what is not ready, and only that', () => {
    const gate = parseGate('readiness');
    expect(gate(report({ readiness: 'not-ready' }))).toBe('it is not ready');
    expect(gate(report({ readiness: 'gaps' }))).toBeUndefined();
    expect(gate(report({ readiness: 'ready' }))).toBeUndefined();
  });

  it('violated names the violated criteria', () => {
    const gate = parseGate('violated');
    const verdicts = [verdict({ criterion: 'ordering', verdict: 'violated' }), verdict({ verdict: 'missing' })];
    expect(gate(report({ verdicts }))).toBe('it violates ordering');
    expect(gate(report({ verdicts: verdicts.slice(1) }))).toBeUndefined();
  });

  it('score<N fails below N and passes at N', () => {
    const gate = parseGate('score<70');
    expect(gate(report({ score: 69 }))).toBe('its score 69 is below 70');
    expect(gate(report({ score: 70 }))).toBeUndefined();
  });

  it.each(['readiness', 'violated', 'score<1'])('%s fails a text that is not a design', (value) => {
    expect(parseGate(value)(report({ readiness: 'not-assessed' }))).toBe('the text is not a design');
  });

  it.each(['', 'score', 'score<0', 'score<101', 'score<7x', 'ready', 'score>50'])(
    'refuses %j and names the forms',
    (value) => {
      expect(() => parseGate(value)).toThrow('Known: readiness, violated, new, score<N (N from 1 to 100)');
    },
  );
});
