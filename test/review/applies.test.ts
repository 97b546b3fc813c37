import { expect, test } from 'vitest';
import { verdictsOn } from './knowledge.ts';

test('who says how a repeat is handled has messages, so that silence on their order is a gap', async () => {
  const silent = await verdictsOn(
    '# Labels\n\nThe shop service calls the label service. The label service stores the label in its database.\n',
  );
  expect([silent['idempotent-consumer'], silent['ordering'], silent['delivery']]).toEqual(['na', 'na', 'na']);
  const said = await verdictsOn(
    '# Labels\n\nThe shop service calls the label service with an idempotency key. The label service keeps the key in a table, and a repeat with the same key is answered with the stored label.\n',
  );
  // Readers infer from handled repeats that something is delivered again, so the guarantee is said in part.
  expect([said['idempotent-consumer'], said['ordering'], said['delivery']]).toEqual(['met', 'missing', 'partial']);
});
