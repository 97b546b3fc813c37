/**
 * The page: one column on a phone and on paper; from 1000 px the design stands beside its review.
 * A single design is fixed there and scrolls by itself: a jump to a line then leaves the review where it was.
 */
export const LAYOUT = `
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, sans-serif; background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 110rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; overflow-wrap: anywhere; text-wrap: balance; }
p, ul, ol, blockquote { margin: 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: 0.92em ui-monospace, monospace; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--panel); z-index: 1; }
.skip:focus { top: 0.5rem; }
.verdicts, .review, .design { min-width: 0; }
.design { margin-top: 2.5rem; }
@media (min-width: 62.5rem) {
  main { padding: 2rem 2rem 4rem; }
  .several .review { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 2.5rem; align-items: start; }
  .several .design { margin-top: 0; }
  .one { margin: 0; max-width: none; padding-right: 55vw; }
  .one .verdicts { max-width: 48rem; margin-left: auto; }
  .one .design { position: fixed; inset: 1rem 1rem 1rem auto; width: calc(55vw - 3rem); margin: 0; overflow: auto; }
  .jump { display: none; }
}
@media print {
  :root {
    --ground: #fff; --panel: #fff; --ink: #000; --soft: #444; --rule: #bbb; --link: #000;
    --violated: #8f1410; --violated-mark: #fbdcd8; --missing: #7a3e03; --missing-mark: #fbe6cf;
    --partial: #5c4a00; --partial-mark: #f7ecbe; --met: #14562d; --met-mark: #d9f0de; --na: #444; --na-mark: #eceae4;
  }
  html { font-size: 10pt; }
  main, .one { padding: 0; }
  .one .verdicts { max-width: none; }
  .skip, .jump { display: none; }
  .several .review { display: block; break-after: page; }
  .several .review:last-child { break-after: auto; }
  .several .design, .one .design { position: static; width: auto; overflow: visible; break-before: page; border: 0; }
  .criterion, .next, .lines li, .quotes li { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  mark, .badge, .tag, .bar, .bar span, .readiness, .ring { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
