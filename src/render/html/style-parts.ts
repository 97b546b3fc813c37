/** What stands on the page, from the ring to the lines of the design. */
export const PARTS = `
.outcome { display: flex; flex-wrap: wrap; gap: 1.25rem 1.75rem; align-items: center; margin-bottom: 1.75rem; }
.outcome > div { flex: 1 1 14rem; min-width: 0; }
.outcome :is(h1, h2) { font-size: 1.6rem; font-weight: 650; }
.ring { width: 8.5rem; height: 8.5rem; flex: none; }
.ring circle { fill: none; stroke-width: 9; }
.ring .track { stroke: var(--rule); }
.ring .arc { stroke: var(--tone); }
.ring text { fill: var(--ink); font: 650 34px system-ui, sans-serif; text-anchor: middle; dominant-baseline: central; }
.ring .of { fill: var(--soft); font: 400 12px system-ui, sans-serif; }
.readiness { display: inline-block; margin: 0.5rem 0; padding: 0.1rem 0.7rem; border-radius: 1rem; background: var(--mark); color: var(--tone); font-weight: 650; }
.meta, .why, .engine { color: var(--soft); font-size: 0.875rem; }
.contents { margin-bottom: 2.5rem; }
.contents h1 { margin-bottom: 0.75rem; }
.contents li { padding: 0.15rem 0; }
.contents .readiness { margin: 0 0 0 0.5rem; font-size: 0.875rem; }
.review + .review { margin-top: 3rem; border-top: 2px solid var(--rule); padding-top: 2rem; }
.items, .next, .changes, .notices { margin: 0 0 1.75rem; }
.items h2, .next h2, .item h2, .items h3, .next h3, .item h3 { font-size: 1.1rem; margin-bottom: 0.6rem; }
.items ul { list-style: none; padding: 0; }
.items li { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; padding: 0.3rem 0 0.45rem; }
.items li a { color: inherit; }
.figure { font-variant-numeric: tabular-nums; font-weight: 600; }
.figure small { color: var(--soft); font-weight: 400; font-size: 0.8rem; }
.bar { grid-column: 1 / -1; height: 0.35rem; margin-top: 0.25rem; border-radius: 0.2rem; background: var(--rule); overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--soft); }
.next ol, .notices ul { padding-left: 1.4rem; }
.next li { padding: 0.15rem 0; }
.changes, .notices { border: 1px solid var(--rule); border-radius: 0.5rem; padding: 0.6rem 0.9rem; background: var(--panel); }
.item { margin-top: 2.25rem; scroll-margin-top: 1rem; }
.item > :is(h2, h3) { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--rule); padding-bottom: 0.4rem; }
.criterion { position: relative; padding: 0.9rem 0 0.9rem 1rem; border-left: 3px solid var(--tone); margin-top: 0.9rem; scroll-margin-top: 1rem; }
.criterion :is(h3, h4) { font-size: 1rem; font-weight: 600; }
.criterion.na { padding-block: 0.35rem; }
.badge { color: var(--tone); font-size: 0.875rem; font-weight: 650; }
.criterion:target, .lines li:target { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 2px; }
.new { color: var(--violated); }
.quotes { list-style: none; padding: 0; }
.quotes li { margin-top: 0.7rem; }
.quotes p { color: var(--soft); font-size: 0.875rem; }
.quotes a { display: inline-block; min-height: 1.5rem; }
blockquote { background: var(--mark); padding: 0.35rem 0.65rem; border-radius: 0.25rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; font: 0.875rem/1.5 ui-monospace, monospace; }
.question { margin-top: 0.6rem; font-style: italic; color: var(--soft); }
.advice, .waiver, .engine { margin-top: 0.5rem; }
.waiver { border: 1px dashed var(--soft); border-radius: 0.25rem; padding: 0.35rem 0.65rem; }
.jump { margin-top: 0.75rem; }
.design { border: 1px solid var(--rule); border-radius: 0.5rem; background: var(--panel); }
.design > :is(h2, h3) { position: sticky; top: 0; z-index: 1; border-radius: 0.5rem 0.5rem 0 0; background: var(--panel); padding: 0.7rem 1rem; border-bottom: 1px solid var(--rule); font-size: 1.1rem; }
.lines { list-style: none; margin: 0; padding: 0.75rem 0; counter-reset: line; font: 0.8125rem/1.6 ui-monospace, monospace; }
.lines li { counter-increment: line; position: relative; padding: 0 0.9rem 0 3.6rem; min-height: 1.6em; border-left: 3px solid transparent; scroll-margin-top: 4rem; }
.lines li::before { content: counter(line); position: absolute; left: 0; width: 2.9rem; text-align: right; color: var(--soft); user-select: none; }
.lines .quoted { border-left-color: var(--tone); }
.source { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.heading .source { font-weight: 700; }
.code .source { color: var(--soft); }
.code mark { color: var(--ink); }
mark { background: var(--mark); color: var(--ink); border-radius: 2px; }
.tags { display: flex; flex-wrap: wrap; gap: 0.25rem 0.4rem; padding: 0.15rem 0 0.45rem; font: 0.8125rem/1.4 system-ui, sans-serif; }
.tag { display: inline-block; min-height: 1.5rem; padding: 0.1rem 0.55rem; border-radius: 0.75rem; background: var(--mark); color: var(--tone); text-decoration: none; }
.tag:hover { text-decoration: underline; }
@media print { .design > :is(h2, h3) { position: static; } }
`;
