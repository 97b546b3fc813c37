import type { Report } from '../review/report.ts';
import type { Reviewer } from '../review/reviewer.ts';
import type { Job, Order } from './job.ts';

/** Reviews the prose of an order, design by design, so that its quotes stand beside what the model states. */
export async function reviewProse(
  { loaded }: Order,
  { settings }: Job,
  today: string,
  review: Reviewer['review'],
): Promise<Report[]> {
  const reports: Report[] = [];
  for (const { name, text } of loaded.designs) reports.push(await review({ name, text, given: { today, settings } }));
  return reports;
}
