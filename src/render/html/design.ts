import { createFenceReader } from '../../library/fences.ts';
import type { Reviewed } from '../format.ts';
import { NOTHING, markup, type Markup } from './markup.ts';
import { markLines, type MarkedLine } from './marks.ts';
import { anchors, heading, type Anchor, type Place } from './place.ts';

/** The whole design, a list item a line; quoted lines are marked and link back to the criteria that quote them. */
export function designView({ report, text }: Reviewed, place: Place): Markup {
  const { part, line, criterion } = anchors(place);
  const fences = createFenceReader();
  const lines = markLines(text, report.verdicts).map((one) => {
    const { at } = fences.next(one.text);
    return lineView(one, styleOf(one.text, at), line, criterion);
  });
  const title = heading(place, 1, markup`The design`, part('design-title'));
  return markup`<section class="design" id="${part('design')}" aria-labelledby="${part('design-title')} ${part('title')}" tabindex="0">
${title}
<ol class="lines" role="list">
${lines}</ol>
</section>`;
}

type Style = 'heading' | 'code' | 'prose';

function styleOf(text: string, at: 'text' | 'open' | 'inside' | 'close'): Style {
  if (at !== 'text') return 'code';
  return /^ {0,3}#{1,6}\s/.test(text) ? 'heading' : 'prose';
}

function lineView(one: MarkedLine, style: Style, line: Anchor, criterion: Anchor): Markup {
  const { number, by, tone } = one;
  const classes = tone === undefined ? style : `${style} quoted ${tone}`;
  const links = by.map(
    ({ criterion: id, verdict }) =>
      markup`<a class="tag ${verdict}" href="#${criterion(id)}"><span class="unseen">${verdict}: </span>${id}</a>`,
  );
  const back = links.length > 0 ? markup`<span class="tags">${links}</span>` : NOTHING;
  return markup`<li id="${line(number)}" class="${classes}"><span class="source">${sourceOf(one)}</span>${back}</li>
`;
}

function sourceOf({ text, ranges }: MarkedLine): Markup[] {
  const pieces: Markup[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    pieces.push(markup`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...pieces, markup`${text.slice(at)}`];
}
