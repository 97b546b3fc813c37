import type { Change, Report } from '../../review/report.ts';
import { changeOf } from '../text-changes.ts';
import { NOTHING, markup, type Markup } from './markup.ts';
import { READINESS, anchors, heading, type Place } from './place.ts';

/** The outcome at a glance: ring, readiness, the items' scores, what changed, what to write next. */
export function overview(report: Report, place: Place, title: string): Markup {
  const { design, readiness } = report;
  const { part } = anchors(place);
  const assessed = readiness !== 'not-assessed';
  return markup`<header class="outcome">
${assessed ? ring(report) : NOTHING}
<div>
${heading(place, 0, markup`${title}`, part('title'))}
<p class="readiness ${readiness}">${READINESS[readiness]}</p>
${assessed ? markup`<p class="meta">${countsOf(report)}</p>` : NOTHING}
<p class="meta">${design.lines} lines, SHA-256 <code>${design.sha256.slice(0, 12)}</code>, Faultline ${report.faultline}</p>
</div>
</header>
${changesView(report)}
${noticesView(report)}
${assessed ? itemBars(report, place) : NOTHING}
${nextView(report, place)}
`;
}

/** The circle's length is declared as 100, so that the score is the dash. */
function ring({ score, readiness }: Report): Markup {
  return markup`<svg class="ring ${readiness}" viewBox="0 0 120 120" role="img" aria-label="Score ${score} of 100">
<circle class="track" cx="60" cy="60" r="52" pathLength="100"/>
<circle class="arc" cx="60" cy="60" r="52" pathLength="100" stroke-dasharray="${score} 100" transform="rotate(-90 60 60)"/>
<text x="60" y="60" aria-hidden="true">${score}</text><text class="of" x="60" y="83" aria-hidden="true">of 100</text>
</svg>`;
}

function countsOf({ verdicts }: Report): string {
  const waived = verdicts.filter(({ waiver }) => waiver !== undefined).length;
  const counts = (['violated', 'missing', 'partial', 'met', 'na'] as const)
    .map((name) => ({ name, count: verdicts.filter(({ verdict }) => verdict === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name === 'na' ? 'not applicable' : name}`);
  return [...counts, ...(waived > 0 ? [`${waived} waived`] : [])].join(' · ');
}

function itemBars({ items }: Report, place: Place): Markup {
  const { item: anchor, part } = anchors(place);
  const rows = items.map(
    ({ item, title, score }) =>
      markup`<li><a href="#${anchor(item)}">${title}</a><span class="figure">${score}</span><span class="bar" aria-hidden="true"><span style="width:${score}%"></span></span></li>
`,
  );
  return markup`<nav class="items" aria-labelledby="${part('items-title')} ${part('title')}">
${heading(place, 1, markup`The six items`, part('items-title'))}
<ul role="list">
${rows}</ul>
<p class="jump"><a href="#${part('design')}">To the design</a></p>
</nav>`;
}

function nextView({ next }: Report, place: Place): Markup {
  const { part } = anchors(place);
  const id = part('next-title');
  const steps =
    next.length > 0
      ? markup`<ol>${next.map((step) => markup`<li>${step}</li>`)}</ol>`
      : markup`<p>Nothing is open.</p>`;
  return markup`<section class="next" aria-labelledby="${id} ${part('title')}">
${heading(place, 1, markup`What to write next`, id)}
${steps}
</section>`;
}

function changesView({ changes }: Report): Markup {
  if (changes === undefined) return NOTHING;
  const { fixed, new: fresh, unchanged, score } = changes;
  return markup`<div class="changes">
<p>Since the baseline: score ${score.was} → ${score.is}, ${fixed.length} fixed, ${fresh.length} new, ${unchanged} unchanged.</p>
${listed('Fixed', fixed)}${listed('New', fresh)}</div>`;
}

function listed(title: string, changes: readonly Change[]): Markup {
  if (changes.length === 0) return NOTHING;
  return markup`<p><strong>${title}:</strong> ${changes.map(changeOf).join(', ')}</p>`;
}

function noticesView({ notices = [] }: Report): Markup {
  if (notices.length === 0) return NOTHING;
  const lines = notices.map(
    ({ line, message }) => markup`<li>${line === undefined ? '' : `line ${line}: `}${message}</li>`,
  );
  return markup`<div class="notices"><ul>${lines}</ul></div>`;
}
