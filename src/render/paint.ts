/** Colours as functions, so that a plain text has none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string) => text;

/** No colour: for pipes, files and tests. */
export const plain: Paint = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };
