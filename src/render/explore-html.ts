import { repairText } from '../explore/repair-text.ts';
import type { ExploreResult, PlacedStep, PlacedVerdict } from '../explore/result.ts';
import { countedVerdicts, factText, shortText, sizeText } from './explore-text.ts';
import { EXPLORE_STYLE } from './explore-style.ts';
import { markup, NOTHING, type Markup } from './html/markup.ts';
import { shell } from './html/shell.ts';
import { TONES } from './html/style-tones.ts';

/** One self-contained page: each trace as lifelines, a row a step, whose facts open with it. */
export function exploreHtml(result: ExploreResult): string {
  const title = `Failures of ${result.files.join(', ')}`;
  const bad = result.verdicts.filter(({ traces }) => traces.length > 0);
  const held = result.verdicts.filter(({ verdict }) => verdict === 'holds');
  const body = markup`<main>
<h1>${title}</h1>
<p>${countedVerdicts(result)}</p>
${contents(bad)}
${bad.map(section)}
${closing(
  `Holds for every combination of up to ${result.faults} faults`,
  held.map(({ title: part, property }) => `${property}: ${part}`),
)}
${closing(
  'Stands still, and somebody is told',
  result.parked.map(({ title: part, trace }) => `${part}: ${trace.steps.at(-1)?.text ?? ''}`),
)}
${closing(
  'Never happened, so nothing is proved of it',
  result.never.map(({ part, what }) => `${part}: ${what.join(', ')}`),
)}
${closing('Not checked', result.limits)}
</main>`;
  return shell(title, `${TONES}${EXPLORE_STYLE}`, body).html;
}

function contents(bad: readonly PlacedVerdict[]): Markup {
  if (bad.length === 0) return NOTHING;
  return markup`<nav aria-label="Traces"><ol>
${bad.map((verdict, at) => markup`<li><a href="#t${at + 1}">${shortText(verdict)}</a></li>\n`)}</ol></nav>`;
}

function section(verdict: PlacedVerdict, at: number): Markup {
  const [trace] = verdict.traces;
  if (trace === undefined) return NOTHING;
  const actors = [...new Set(trace.steps.flatMap(({ actor, to }) => (to === undefined ? [actor] : [actor, to])))];
  const id = `t${at + 1}`;
  return markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span class="verdict ${verdict.verdict}">${verdict.verdict}</span> ${verdict.property}: ${verdict.title}</h2>
<p>${trace.say}. ${sizeText(trace)}.</p>
${listed('Open, since it is not stated', verdict.needs)}
<div class="lifelines" role="region" aria-label="Trace ${at + 1}" tabindex="0">
<table>
<thead><tr><th scope="col">step</th>${actors.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${trace.steps.map((step, number) => row(step, number + 1, actors, id))}</tbody>
</table>
</div>
${listed(`Each of these repairs it, for up to ${verdict.bound.faults} faults`, verdict.repairs.map(repairText))}
<details><summary>As a test</summary><pre>${trace.test}</pre></details>
<details><summary>As a mermaid diagram</summary><pre>${trace.mermaid}</pre></details>
</section>
`;
}

function row(step: PlacedStep, number: number, actors: readonly string[], id: string): Markup {
  const { actor, to = actor, text, fault, facts } = step;
  const [from, until] = [actors.indexOf(actor), actors.indexOf(to)].toSorted((a, b) => a - b);
  const [low, high] = [from ?? 0, until ?? 0];
  const anchor = `${id}-${number}`;
  const arrow = actor === to ? '' : actors.indexOf(actor) < actors.indexOf(to) ? ' to-right' : ' to-left';
  const said = markup`${fault === undefined ? NOTHING : markup`<strong class="fault">${fault}</strong> `}${text}`;
  const shown =
    facts.length === 0
      ? said
      : markup`<details><summary>${said}</summary><ul>${facts.map((fact) => markup`<li><code>${factText(fact)}</code></li>`)}</ul></details>`;
  const empty = (count: number) => Array.from({ length: count }, () => markup`<td></td>`);
  return markup`<tr id="${anchor}"${fault === undefined ? NOTHING : markup` class="faulty"`}><th scope="row"><a href="#${anchor}">${number}</a></th>${empty(low)}<td colspan="${high - low + 1}" class="step${arrow}">${shown}</td>${empty(actors.length - high - 1)}</tr>
`;
}

function listed(title: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return NOTHING;
  return markup`<h3>${title}</h3>
<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}

/** What is said of the whole design stands beside its traces, not under the last of them. */
function closing(title: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return NOTHING;
  return markup`<h2>${title}</h2>
<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}
