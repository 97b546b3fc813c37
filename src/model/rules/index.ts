import type { Rule } from '../rule.ts';
import { dualWrite } from './outbox.dual-write.ts';
import { publishBeforeCommit } from './outbox.publish-before-commit.ts';
import { ackBeforeEffect } from './ack.before-effect.ts';
import { dedupMissing } from './dedup.missing.ts';
import { windowTooShort } from './dedup.window-too-short.ts';
import { unlimitedRedelivery } from './queue.unlimited-redelivery.ts';
import { silentLoss } from './queue.silent-loss.ts';
import { ackDeadlineTooShort } from './queue.ack-deadline-too-short.ts';
import { timeoutMissing } from './timeout.missing.ts';
import { budgetInversion } from './timeout.budget-inversion.ts';
import { retryWithoutKey } from './retry.without-key.ts';
import { stepWithoutUndo } from './saga.step-without-undo.ts';
import { storeShared } from './store.shared.ts';
import { utilisation } from './capacity.utilisation.ts';

/** Every rule, in the order of the catalogue. */
export const RULES: readonly Rule[] = [
  dualWrite,
  publishBeforeCommit,
  ackBeforeEffect,
  dedupMissing,
  windowTooShort,
  unlimitedRedelivery,
  silentLoss,
  ackDeadlineTooShort,
  timeoutMissing,
  budgetInversion,
  retryWithoutKey,
  stepWithoutUndo,
  storeShared,
  utilisation,
];
