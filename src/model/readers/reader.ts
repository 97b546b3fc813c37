/**
 * A value that a file states, under its path in the model: ['channels', 'orders', 'retention'] = '4d' on line 12.
 * Values are as a person would write them in the model's YAML.
 */
export interface Stated {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly line: number;
}

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}
