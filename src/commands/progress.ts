import type { Io } from './io.ts';

/** Work that is done within this time needs no progress line. */
const PATIENCE_MS = 1000;

export interface Progress {
  /** One more is done. */
  readonly step: () => void;
  /** Wipes the line. */
  readonly end: () => void;
}

/** Counts what is done on one line of a terminal, once it has taken over a second; elsewhere nothing is shown. */
export function startProgress(total: number, { progress }: Pick<Io, 'progress'>, patience = PATIENCE_MS): Progress {
  let done = 0;
  let shown = false;
  const show = () => {
    shown = true;
    progress(`${done} of ${total} designs reviewed`);
  };
  const timer = setTimeout(show, patience);
  return {
    step: () => {
      done += 1;
      if (shown) show();
    },
    end: () => {
      clearTimeout(timer);
      if (shown) progress('');
    },
  };
}
