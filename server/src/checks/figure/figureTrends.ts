/** Finds trends in words that the figures told with them do not have: 分别增长11.2%、9.8%和7.3%，增速逐年加快. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { isExact } from './figureSums';

const UP = '加快|加速|提高|提升|上升|增长|增加|扩大|攀升|走高|回升|递增|增多|上涨';
const DOWN = '放缓|回落|下降|降低|减少|缩小|收窄|递减|下滑|走低|减缓|减弱|下行';
/** Of every step; of all of them together. */
const EACH_STEP = '逐年|逐季度?|逐月|逐届|逐次|一年比一年|年年|连年|连续[两二三四五六七八九十\\d]{1,2}个?[年月季]度?';
const ON_THE_WHOLE = '持续|稳步|不断|节节|逐步|总体';
const TREND = new RegExp(
  `^(?:左右|以上)?[，,（(](?:呈|呈现|实现)?(增速|增幅|涨幅|降幅|跌幅|占比|比重|总量|规模|数量|总数)?(?:呈现?)?(?:(${EACH_STEP})|${ON_THE_WHOLE})(?:呈)?(?:(${UP})|(?:${DOWN}))(?=[，,。；;、）)！]|$|[的之]?(?:态势|趋势|势头))`,
);
/** 、 or the next year between the figures of one row. */
const BETWEEN =
  /^(?:[、，,；和及]|以及){1,2}(?:\d{4}年|去年|今年|上年|前年|[一二三四]季度|\d{1,2}月)?(?:底|末|份)?(?:为|达到?|是|增长|下降|完成)?$/;
const GREW = /(?:增长|增加|上升|提高|上涨|增速|增幅|涨幅)(?:分别)?(?:为|是|达到?)?$/;
const FELL = /(?:下降|减少|降低|回落|降幅|跌幅)(?:分别)?(?:为|是|达到?)?$/;
const OF_SPEED = /^(?:增速|增幅|涨幅)$/;
const OF_FALL = /^(?:降幅|跌幅)$/;
/** What only speed can do. */
const SPEEDS = /加快|加速|放缓|减缓/;
const FEWEST = 3;

/** The findings of a sentence, at the trend. Figures ascending, of one sentence. O(length). */
export function wrongTrends({ draft: { text }, sentence }: SentencePlace, figures: readonly Quantity[]): Finding[] {
  const found: Finding[] = [];
  for (let i = 0; i < figures.length; ) {
    const row = rowFrom(text, figures, i);
    const last = row.at(-1)!;
    i += row.length;
    const said = row.length < FEWEST ? null : TREND.exec(text.slice(last.end, Math.min(sentence.end, last.end + 30)));
    if (!said || !row.every((figure) => isExact(text, figure))) continue;
    const lead = text
      .slice(Math.max(sentence.start, figures[i - row.length - 1]?.end ?? 0), row[0]!.start)
      .replace(/(?:\d{4}年|[一二三四]季度|\d{1,2}月)?(?:分别)?(?:为|是|达到?)?$/, '');
    if (!isOfTheRow(lead, said[1], said[0])) continue;
    const rises = said[3] !== undefined;
    if (!goesOtherwise(row, rises, said[2] !== undefined)) continue;
    const start = last.end + said[0].search(/[^，,（(左右以上]/);
    found.push({
      code: 'figure.inconsistent',
      start,
      end: last.end + said[0].length,
      message: l10n.t(
        '“{0}” does not fit {1}.',
        text.slice(start, last.end + said[0].length),
        text.slice(row[0]!.start, last.end),
      ),
      related: [],
      fixes: [],
    });
  }
  return found;
}

function rowFrom(text: string, figures: readonly Quantity[], from: number): Quantity[] {
  const row = [figures[from]!];
  for (const next of figures.slice(from + 1)) {
    const last = row.at(-1)!;
    if (next.unit !== last.unit || !BETWEEN.test(text.slice(last.end, next.start))) break;
    row.push(next);
  }
  return row;
}

/** Whether what is said to rise or fall is what the row gives: rates of growth are no levels. */
function isOfTheRow(lead: string, subject: string | undefined, trend: string): boolean {
  const isRate = GREW.test(lead);
  const isFall = FELL.test(lead);
  if (subject === undefined) return SPEEDS.test(trend) ? isRate : !isRate && !isFall;
  if (OF_SPEED.test(subject)) return isRate;
  if (OF_FALL.test(subject)) return isFall;
  return !isRate && !isFall && (lead.includes(subject) || /^(?:总量|规模|数量|总数)$/.test(subject));
}

function goesOtherwise(row: readonly Quantity[], rises: boolean, isEachStep: boolean): boolean {
  const steps = row.slice(1).map(({ value }, i) => (value - row[i]!.value) * (rises ? 1 : -1));
  return isEachStep ? steps.some((step) => step < 0) : steps.every((step) => step < 0);
}
