/** A criterion page of a team's own, with one example that passes and one that fails. */
export function criterionPage(id: string, more = ''): string {
  return `---
id: ${id}
title: Cost has a limit
description: A budget or limit is named; open when nobody knows what a month costs.
item: detection
severity: minor
weight: 1
question: What may a month cost, and who is told when it costs more?
expected: A limit is named.
advice: Name the limit and who is told.
concepts:
  limit: [monthly (budget|limit), cost limit]
signals:
  - { grade: met, says: [limit], why: names the limit }
${more}---

# Cost has a limit

## What counts

- **met**: a monthly budget or limit is named.
- **missing**: nothing is said about cost.

## Passes

\`\`\`md met
The order service has a monthly budget of 400 euros.
\`\`\`

## Fails

\`\`\`md missing
The order service calls the billing service.
\`\`\`
`;
}
