import { describe, expect, it } from 'vitest';
import { outline, read, show } from './read.ts';

async function edges(diagram: string) {
  const { edges: found } = await read(`\`\`\`mermaid\n${diagram}\n\`\`\``);
  return found.map(({ from, to, label, arrow }) => {
    const ends = [from, to].map(({ name, shape }) => (shape === 'box' ? name : `${name}(${shape})`));
    return `${ends[0]} ${arrow}${label === '' ? '' : ` "${label}"`} ${ends[1]}`;
  });
}

describe('a flowchart', () => {
  it.each([
    ['A --> B', ['A link B']],
    ['A-->B-->C', ['A link B', 'B link C']],
    ['A[Order service] -->|publishes| B{{Events}}', ['Order service link "publishes" Events']],
    ['A -- writes to --> B[(Orders DB)]', ['A link "writes to" Orders DB(store)']],
    ['A -. async .-> B', ['A link "async" B']],
    ['A == "two words" ==> B', ['A link "two words" B']],
    ['A & B --> C & D', ['A link C', 'A link D', 'B link C', 'B link D']],
    ['A --- B', ['A link B']],
    ['A --o B', ['A link B']],
    ['A x--x B', ['A link B']],
    ['A <--> B', ['A link B', 'B link A']],
    ['A ~~~ B', []],
    ['A["Say (hi) -> there"] --> B(("Round"))', ['Say (hi) -> there link Round']],
    ['A --> B\nB[(Shop store)]', ['A link Shop store(store)']],
    ['A@{ shape: cyl, label: "Ledger" } --> B', ['Ledger(store) link B']],
    ['A:::hot --> B', ['A link B']],
    ['A --> B; B --> C;', ['A link B', 'B link C']],
    ['subgraph one [The shop]\nA --> B\nend\none --> C', ['A link B', 'The shop link C']],
    ['A --> B[Orders<br/>queue]', ['A link Orders queue(queue)']],
    ['order-api --> postgres', ['order-api link postgres(store)']],
    ['%% A --> B\nclassDef x fill:#fff\nstyle A fill:#fff', []],
    ['A -->', []],
  ])('%s', async (text, expected) => {
    expect(await edges(`flowchart LR\n${text}`)).toEqual(expected);
  });
});

describe('a sequence diagram', () => {
  it.each([
    ['A->>B: do it', ['A call "do it" B']],
    ['A->>+B: do it\nB-->>-A: done', ['A call "do it" B', 'B reply "done" A']],
    ['A-)B: event', ['A async "event" B']],
    ['A--)B: event', ['A async "event" B']],
    ['A-xB: lost', ['A call "lost" B']],
    [
      'participant S as Shop service\nactor U as User\nU->>S: POST /orders: now',
      ['User(actor) call "POST /orders: now" Shop service'],
    ],
    ['participant D@{ "type": "database" } as Ledger\nA->>D: read', ['A call "read" Ledger(store)']],
    ['Order Service->>Orders DB: INSERT', ['Order Service call "INSERT" Orders DB(store)']],
    ['Note over A,B: a->>b is text\nloop every -> minute\nend', []],
    ['autonumber\nA->>B', ['A call B']],
  ])('%s', async (text, expected) => {
    expect(await edges(`sequenceDiagram\n  ${text.replaceAll('\n', '\n  ')}`)).toEqual(expected);
  });
});

describe('a diagram in a design', () => {
  it('gives a statement for each arrow and for each other line that says something', async () => {
    const text =
      'Placing an order:\n\n```mermaid\nsequenceDiagram\n  A->>B: no retry\n  Note over B: kept 3 days\n```\n';
    const document = await read(text);
    expect(outline(document)).toEqual([
      '1 sentence: Placing an order:',
      '5 edge: A->>B: no retry',
      '6 code: Note over B: kept 3 days',
    ]);
    expect(show(document.statements[1]?.words ?? [])).toBe('a no !retry b');
    expect(document.statements[1]?.context.map(show)).toEqual(['placing an order']);
    expect(document.edges.map(({ line }) => line)).toEqual([5]);
  });

  it('of another kind is code', async () => {
    const document = await read('```mermaid\nerDiagram\n  ORDER ||--o{ LINE : has\n```');
    expect(document.edges).toEqual([]);
    expect(outline(document)).toEqual(['2 code: erDiagram', '3 code: ORDER ||--o{ LINE : has']);
  });

  it('in a list has its lines', async () => {
    const document = await read('- flow:\n\n  ```mermaid\n  graph TD\n    A --> B\n  ```\n');
    expect(document.edges.map(({ line }) => line)).toEqual([5]);
  });
});
