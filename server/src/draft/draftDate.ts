/** The date a draft is read at. */
import { firstDay } from '../text/partialDate';
import type { Draft } from './draft';

/**
 * The setting if there is one, else what the draft states of itself, else today; `YYYY-MM-DD`. A
 * draft that states only a year or month is read at its first day: what was current then is no finding.
 */
export function draftDate(draft: Draft, setting: string, today: string): string {
  if (/^\d{4}(-\d{2}){0,2}$/.test(setting)) return firstDay(setting);
  return draft.statedDate ? firstDay(draft.statedDate) : today;
}
