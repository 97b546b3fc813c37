import type { Context, Reviewed } from '../format.ts';
import type { Rule } from '../rules.ts';
import { itemViews } from './criteria.ts';
import { designView } from './design.ts';
import { NOTHING, markup, type Markup } from './markup.ts';
import { overview } from './overview.ts';
import { READINESS, anchors, type Place } from './place.ts';
import { shell } from './shell.ts';
import { LAYOUT } from './style-layout.ts';
import { PARTS } from './style-parts.ts';
import { TONES } from './style-tones.ts';

/** One self-contained page: the review, and beside it the design with its quoted lines marked, linked both ways. */
export async function html(reviews: readonly Reviewed[], { several, rules }: Context): Promise<string> {
  const known = new Map((await rules()).map((rule) => [rule.id, rule]));
  const title = several ? `Review of ${count(reviews.length)}` : `Review of ${reviews[0]?.report.design.name ?? ''}`;
  const placeOf = (index: number): Place =>
    several ? { prefix: `d${index + 1}-`, depth: 2 } : { prefix: '', depth: 1 };
  const articles = reviews.map((review, index) => article(review, known, placeOf(index), several));
  return page(
    title,
    several ? 'several' : 'one',
    markup`${several ? contents(reviews, title, placeOf) : NOTHING}${articles}`,
  ).html;
}

function count(designs: number): string {
  return designs === 1 ? '1 design' : `${designs} designs`;
}

function page(title: string, shape: 'one' | 'several', main: Markup): Markup {
  return shell(
    title,
    `${TONES}${LAYOUT}${PARTS}`,
    markup`<a class="skip" href="#main">Skip to the review</a>
<main id="main" class="${shape}">
${main}</main>`,
  );
}

function article(review: Reviewed, rules: ReadonlyMap<string, Rule>, place: Place, several: boolean): Markup {
  const { report } = review;
  const { name } = report.design;
  const { part } = anchors(place);
  return markup`<article class="review" id="${part('review')}" aria-labelledby="${part('title')}">
<div class="verdicts">
${overview(report, place, several ? name : `Review of ${name}`)}
${itemViews(report, rules, place)}</div>
${designView(review, place)}
</article>
`;
}

function contents(reviews: readonly Reviewed[], title: string, placeOf: (index: number) => Place): Markup {
  const rows = reviews.map(({ report: { design, readiness, score } }, index) => {
    const outcome = readiness === 'not-assessed' ? READINESS[readiness] : `${READINESS[readiness]}, ${score} of 100`;
    return markup`<li><a href="#${anchors(placeOf(index)).part('review')}">${design.name}</a> <span class="readiness ${readiness}">${outcome}</span></li>
`;
  });
  return markup`<header class="contents">
<h1>${title}</h1>
<nav aria-label="Designs"><ol>
${rows}</ol></nav>
</header>
`;
}
