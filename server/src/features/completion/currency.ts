/** Whether a text says what no longer holds on a date: such wording is never offered. */
import type { Snapshot } from '../../analysis/snapshot';
import { endsBefore } from '../../text/partialDate';

/** Superseded formulations, wrong variants, renamed bodies, and years a plan would have reached long ago. */
export function isOutOfDate({ knowledge }: Snapshot, text: string, date: string): boolean {
  for (const { entry, role, wording } of knowledge.find(text, undefined, ['formulations'])) {
    if (role === 'name' && isOver(entry.until, date)) return true;
    const variant = role === 'variant' && entry.variants?.find((known) => known.text === wording);
    if (variant && variant.severity === 'warning') return true;
  }
  for (const { entry, role } of knowledge.find(text, undefined, ['institutions'])) {
    if (role === 'variant' || entry.change === 'nameplate' || entry.change === 'current') continue;
    if (isOver(entry.until, date)) return true;
  }
  const year = /到(\d{4})年/.exec(text);
  return year !== null && Number(year[1]) < Number(date.slice(0, 4));
}

function isOver(until: string | undefined, date: string): boolean {
  return until !== undefined && endsBefore(until, date);
}
