export { parseDocument } from './parse.ts';
export { compilePhrases, type Hit, type Matcher } from './phrases.ts';
