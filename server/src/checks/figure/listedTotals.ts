/** Finds totals that the row before them does not come to: 分别为120公里、135公里、150公里，三年累计395公里; 9个镇、4个乡、2个街道，共16个. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { isExact, wrongSum } from './figureSums';

const SPELLED = '零一二三四五六七八九';
const YEARS_TOTAL =
  /^[^，。；、\d]{0,6}[，,]([两二三四五])年(?:来)?(?:累计|合计|共计|总计|共)(?:[^，。；、\d]{1,6})?(?:达到?|为)?$/;
/** What a county or city is divided into: none of them lies in another. */
const DIVISIONS = /^(?:建制)?(?:镇|乡|街道|民族乡|苏木|农场|林场|涉农街道)(?:办事处)?$/;
const DIVISIONS_TOTAL = /^[^，。；、\d]{1,6}[，,]?(?:共|合计|共计|总计|共有|共辖)$/;
/** Farther off, the total is of more than what is listed. */
const FAR = 0.3;

/** `at`: of the total. */
export function wrongListedTotal(place: SentencePlace, figures: readonly Quantity[], at: number): Finding | undefined {
  const { text } = place.draft;
  const total = figures[at]!;
  const last = figures[at - 1];
  if (!last || last.unit !== total.unit || total.unit === '%' || !isExact(text, total)) return undefined;
  const parts = yearsBefore(place, figures, at) ?? divisionsBefore(text, figures, at);
  if (!parts?.every((part) => isExact(text, part))) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return Math.abs(sum - total.value) > FAR * total.value ? undefined : wrongSum(text, total, parts, { than: 'other' });
}

/** 分别…120公里、135公里、150公里，三年累计: as many as the years, in one row. */
function yearsBefore({ draft: { text }, sentence }: SentencePlace, figures: readonly Quantity[], at: number) {
  const said = YEARS_TOTAL.exec(text.slice(figures[at - 1]!.end, figures[at]!.start))?.[1];
  if (said === undefined) return undefined;
  const count = said === '两' ? 2 : SPELLED.indexOf(said);
  const row = figures.slice(at - count, at);
  const [first] = row;
  if (at < count || !first) return undefined;
  const isRow = row.every(
    ({ unit, start }, i) =>
      unit === first.unit && (i === 0 || /^(?:[、，,和与]|以及)$/.test(text.slice(row[i - 1]!.end, start))),
  );
  const isTold = /分别[^，。；\d]{0,12}$/.test(text.slice(Math.max(sentence.start, first.start - 20), first.start));
  return isRow && isTold ? row : undefined;
}

/** 9个镇、4个乡、2个街道，共: each counts what stands behind it. */
function divisionsBefore(text: string, figures: readonly Quantity[], at: number) {
  if (figures[at]!.unit !== '个' || !DIVISIONS_TOTAL.test(text.slice(figures[at - 1]!.end, figures[at]!.start)))
    return undefined;
  const parts: Quantity[] = [];
  const kinds = new Set<string>();
  for (let i = at - 1; i >= 0; i--) {
    const part = figures[i]!;
    const next = figures[i + 1]!;
    const kind = text
      .slice(part.end, next.start)
      .replace(i === at - 1 ? /[，,]?(?:共|合计|总计)[^，]*$/ : /[、和与，]$/, '');
    if (part.unit !== '个' || !DIVISIONS.test(kind) || kinds.has(kind)) break;
    kinds.add(kind);
    parts.unshift(part);
  }
  return parts.length >= 2 ? parts : undefined;
}
