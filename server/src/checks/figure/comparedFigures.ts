/** Finds figures that are said to be above what they are below: 增长6.8%，高于年初确定的7%的目标. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { doesNotFit, isExact } from './figureSums';

const COMPARED =
  /^[，,、（(](?:均|明显|显著|大幅)?(高于|超过|超出|快于|多于|低于|少于|慢于)(?:了)?[^，。；、\d]{0,12}$/;
const WITH_WHAT =
  /^的?(?:年度|预期|既定|规划|增长|全[国省市]|平均)*(?:目标|任务|计划|平均水平|平均值|平均|预期|指标|水平|标准|要求)/;
/** Of what falls, more is less. */
const FALLS = /下降|降低|减少|降幅|下滑|负增长/;

/** Figures of a sentence that follow each other. */
export function belowWhatItPasses(place: SentencePlace, [a, b]: readonly Quantity[]): Finding | undefined {
  if (!a || !b || a.unit !== b.unit || a.unit === '' || a.value === b.value) return undefined;
  const { text } = place.draft;
  const said = COMPARED.exec(text.slice(a.end, b.start))?.[1];
  if (said === undefined || !WITH_WHAT.test(text.slice(b.end, Math.min(place.sentence.end, b.end + 12))))
    return undefined;
  const isAbove = !/[低少慢]/.test(said);
  if (a.value > b.value === isAbove || !isExact(text, a) || !isExact(text, b)) return undefined;
  if (FALLS.test(text.slice(Math.max(place.sentence.start, a.start - 12), b.start))) return undefined;
  return doesNotFit(text, said, a, b);
}
