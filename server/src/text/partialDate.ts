/** Dates as precise as a source states them (`2026`, `2026-03`, `2026-03-12`), compared with days. */

/** The first day a partial date can mean, `YYYY-MM-DD`. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** The last day a partial date can mean, `YYYY-MM-DD`. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length !== 7) return date;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return `${date}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** Whether all of a partial date lies before `day` (`YYYY-MM-DD`): a deadline of `2025` has passed on 2026-01-01. */
export function endsBefore(date: string, day: string): boolean {
  return lastDay(date) < day;
}

/** Whether a partial date has begun by `day`: something dated `2026` may be known on 2026-01-01. */
export function startsBy(date: string, day: string): boolean {
  return firstDay(date) <= day;
}

/** The day `months` months after `day` (`YYYY-MM-DD`), cut to the length of that month. */
export function addMonths(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const to = new Date(Date.UTC(year, month, 1));
  const prefix = `${String(to.getUTCFullYear()).padStart(4, '0')}-${pad(to.getUTCMonth() + 1)}`;
  const end = lastDay(prefix);
  const same = `${prefix}-${day.slice(8, 10)}`;
  return same < end ? same : end;
}

/** Whether a full date names a day that exists. */
export function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
