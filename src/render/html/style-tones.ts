/** Colours. Each text on its ground has a contrast of 4.5 or more, in both schemes; the browser test measures it. */
export const TONES = `
:root {
  color-scheme: light dark;
  --ground: #faf9f6; --panel: #ffffff; --ink: #1f1e1b; --soft: #5f5c55; --rule: #dedbd3; --link: #1f5a99;
  --violated: #a8201a; --violated-mark: #fbdcd8; --missing: #8f4a06; --missing-mark: #fbe6cf;
  --partial: #6f5900; --partial-mark: #f7ecbe; --met: #1d6a3b; --met-mark: #d9f0de; --na: #5f5c55; --na-mark: #eceae4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16171a; --panel: #1e2024; --ink: #e9e7e2; --soft: #aaa79f; --rule: #3a3c42; --link: #8fc0f5;
    --violated: #ff9a90; --violated-mark: #57211d; --missing: #f5b36c; --missing-mark: #4c3112;
    --partial: #e5cc62; --partial-mark: #443a0d; --met: #82d79d; --met-mark: #1b4128; --na: #aaa79f; --na-mark: #303238;
  }
}
.violated { --tone: var(--violated); --mark: var(--violated-mark); }
.missing { --tone: var(--missing); --mark: var(--missing-mark); }
.partial { --tone: var(--partial); --mark: var(--partial-mark); }
.met { --tone: var(--met); --mark: var(--met-mark); }
.na, .not-assessed { --tone: var(--na); --mark: var(--na-mark); }
.ready { --tone: var(--met); --mark: var(--met-mark); }
.gaps { --tone: var(--partial); --mark: var(--partial-mark); }
.not-ready { --tone: var(--violated); --mark: var(--violated-mark); }
`;
