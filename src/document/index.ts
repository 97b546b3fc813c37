export { parseDocument } from './parse.ts';
