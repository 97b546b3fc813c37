import type { VerdictName } from '../../library/criterion.ts';
import type { Evidence, Report, Verdict } from '../../review/report.ts';
import type { Rule } from '../rules.ts';
import { NOTHING, markup, type Markup } from './markup.ts';
import { anchors, heading, type Place } from './place.ts';

/** A verdict is told by sign and word as well as by colour. */
const SIGN: Readonly<Record<VerdictName, string>> = { violated: '✕', missing: '○', partial: '◐', met: '✓', na: '–' };

/** The six items, each with its criteria. */
export function itemViews(report: Report, rules: ReadonlyMap<string, Rule>, place: Place): Markup[] {
  const { item: anchor } = anchors(place);
  return report.items.map(({ item, title, score }) => {
    const verdicts = report.verdicts.filter((verdict) => verdict.item === item);
    const named = heading(place, 1, markup`${title} <span class="figure">${score}<small>/100</small></span>`);
    const cards = verdicts.map((verdict) => criterionView(verdict, report, rules.get(verdict.criterion), place));
    return markup`<section class="item" id="${anchor(item)}">
${named}
${cards}</section>
`;
  });
}

function criterionView(verdict: Verdict, report: Report, rule: Rule | undefined, place: Place): Markup {
  const { criterion, evidence } = verdict;
  const { criterion: anchor, line } = anchors(place);
  const id = anchor(criterion);
  const title = heading(place, 2, markup`${rule?.title ?? criterion}`, `${id}-title`);
  const quotes = evidence.map((one) => quoteView(one, line(one.line)));
  return markup`<article class="criterion ${verdict.verdict}" id="${id}" aria-labelledby="${id}-title">
<p class="badge"><span aria-hidden="true">${SIGN[verdict.verdict]}</span> ${verdict.verdict}</p>
${title}
${metaView(verdict, report)}
${waiverView(verdict)}
${quotes.length > 0 ? markup`<ul class="quotes">${quotes}</ul>` : NOTHING}
${openView(verdict, rule)}
${engineView(verdict)}
</article>
`;
}

function metaView({ criterion, severity, confidence, source }: Verdict, { changes }: Report): Markup {
  const isNew = changes?.new.some((change) => change.criterion === criterion) === true;
  const by = { text: 'read by the text engine', model: 'read from the model', judgement: 'judged by a reader' }[source];
  const told = isNew ? markup` <strong class="new">new</strong>` : NOTHING;
  return markup`<p class="meta"><code>${criterion}</code> · ${severity} · ${by}, confidence ${confidence.toFixed(2)}${told}</p>`;
}

function quoteView({ line, endLine, quote, why }: Evidence, target: string): Markup {
  const lines = line === endLine ? `line ${line}` : `lines ${line}–${endLine}`;
  return markup`<li><blockquote>${quote.trim()}</blockquote><p><a href="#${target}">${lines}</a> ${why}</p></li>`;
}

/** What is asked and what to write, where something is open. */
function openView({ verdict, advice }: Verdict, rule: Rule | undefined): Markup {
  if (verdict === 'met' || verdict === 'na') return NOTHING;
  const question = rule === undefined ? NOTHING : markup`<p class="question">${rule.question}</p>`;
  return markup`${question}<p class="advice"><strong>What to write:</strong> ${advice}</p>`;
}

function waiverView({ waiver }: Verdict): Markup {
  if (waiver === undefined) return NOTHING;
  const { reason, by, until } = waiver;
  const more = [...(by === undefined ? [] : [`by ${by}`]), ...(until === undefined ? [] : [`until ${until}`])];
  return markup`<p class="waiver"><strong>Waived:</strong> ${reason}${more.length > 0 ? ` (${more.join(', ')})` : ''}</p>`;
}

function engineView({ engine, verdict }: Verdict): Markup {
  if (engine === undefined) return NOTHING;
  const { verdict: said, confidence, evidence } = engine;
  const lines = [...new Set(evidence.map(({ line }) => line))];
  const where = lines.length > 0 ? `, from line ${lines.join(', ')}` : '';
  const stance = said === verdict ? 'agreed' : `had said ${said}`;
  return markup`<p class="engine">The engine ${stance}, confidence ${confidence.toFixed(2)}${where}.</p>`;
}
