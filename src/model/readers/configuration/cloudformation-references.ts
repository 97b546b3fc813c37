import type { Tree } from './tree.ts';

export const RESOURCES = 'Resources';

export interface Resource {
  /** Logical id, which is its name in the model. */
  readonly id: string;
  readonly type: string;
  readonly place: Tree;
  readonly properties: Tree;
}

/** The logical id that a value refers to: `!Ref Queue`, `!GetAtt Queue.Arn`, `{ "Fn::GetAtt": ["Queue", "Arn"] }`. */
export function referred(value: Tree): string | undefined {
  if (value.tag === '!Ref') return value.text;
  if (value.tag === '!GetAtt') return value.text?.split('.', 1)[0] ?? value.items[0]?.text;
  const ref = value.at('Ref').text;
  if (ref !== undefined) return ref;
  const attribute = value.at('Fn::GetAtt');
  return attribute.items[0]?.text ?? attribute.text?.split('.', 1)[0];
}
