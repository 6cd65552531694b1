/** Whether a text says what no longer holds on a date: such wording is never offered. */
import type { Snapshot } from '../../analysis/snapshot';
import { endsBefore } from '../../text/partialDate';

/**
 * Whether adding `added` to the clause `before` would write what is over: superseded formulations, wrong variants,
 * renamed bodies, and years a plan would have reached long ago. What she wrote herself holds nothing back.
 */
export function isOutOfDate({ knowledge }: Snapshot, before: string, added: string, date: string): boolean {
  const text = before + added;
  for (const { entry, role, wording, end } of knowledge.find(text, undefined, ['formulations'])) {
    if (end <= before.length) continue;
    if (role === 'name' && isOver(entry.until, date)) return true;
    const variant = role === 'variant' && entry.variants?.find((known) => known.text === wording);
    if (variant && variant.severity === 'warning') return true;
  }
  for (const { entry, role, end } of knowledge.find(text, undefined, ['institutions'])) {
    if (end <= before.length) continue;
    if (role === 'variant' || entry.change === 'nameplate' || entry.change === 'current') continue;
    if (isOver(entry.until, date)) return true;
  }
  const year = /到(\d{4})年/.exec(text);
  return year !== null && Number(year[1]) < Number(date.slice(0, 4));
}

function isOver(until: string | undefined, date: string): boolean {
  return until !== undefined && endsBefore(until, date);
}
