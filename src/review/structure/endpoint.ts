import type { Mark } from './index.ts';

const ENDPOINT = /\b(?:GET|POST|PUT|PATCH|DELETE)\s+[`"']?(?:https?:\/\/[^\s/]+)?\/[\w{}:$*.-]*/;

/** `POST /orders/{id}`: an operation by method and path. */
export const endpoint: Mark = {
  name: 'mark-endpoint',
  find: ({ statements }) => statements.filter(({ quote }) => ENDPOINT.test(quote)),
};
