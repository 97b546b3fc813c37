import type { Criterion } from '../library/criteria.ts';
import type { Config } from './schema.ts';

/** What a team has settled for its reviews. Plain data: it crosses to the worker. */
export interface Settings extends Omit<Config, 'criteria' | 'templates'> {
  /** How messages call the file. */
  readonly name: string;
  /** The team's own criteria. */
  readonly criteria: readonly Criterion[];
  /** The folder of the team's own templates, absolute. */
  readonly templates?: string;
}
