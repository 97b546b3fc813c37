import type { Vocabulary } from '../../src/library/vocabulary.ts';

/** Enough words to read stances and roles by. */
export const vocabulary: Vocabulary = {
  title: 'Vocabulary',
  description: 'For tests',
  concepts: {},
  stances: {
    denied: ['not true that'],
    hedged: ['should probably', 'might', 'perhaps'],
    deferred: ['tbd', 'todo', 'future work', 'in the future', 'out of scope'],
    rejected: ['we considered', 'was rejected', 'decided against'],
    advice: ['you should'],
    template: ['lorem ipsum'],
  },
  roles: {
    problem: ['problem', 'motivation'],
    alternatives: ['alternative'],
    'open-questions': ['open question'],
    future: ['future work', 'roadmap'],
    'out-of-scope': ['out of scope', 'non goal'],
    example: ['example'],
  },
  facts: {},
};
