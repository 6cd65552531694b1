/** The figures of a sentence with the units that only counting needs: 312起, 116支, 40万吨标准煤. */
import type { SentencePlace } from '../../draft/sentencePlace';
import { findQuantities, type Quantity } from '../../text/quantities';
import { derived } from '../../util/derived';

/** Measure words that elsewhere are more often none (2020年起, 第1期). */
const MEASURE_WORD =
  /^(?:剂次|批次|户次|件次|人份|标准?箱|平方|立方|天(?!然)|起|支|对|只|头|羽|株|棵|篇|份|部|场|期|门|间|盏|床|口|眼|块|宗|封|组|列|幢|栋|站|本|册|届|班|单|个)/;
/** What belongs to a unit and follows it. */
const REST_OF_UNIT = /^(?:标准煤|标煤)/;

/** The figures of the sentence that have a unit, ascending. O(length), once for each place. */
export const countedFigures = derived(({ draft: { text }, sentence, dates }: SentencePlace): readonly Quantity[] => {
  return findQuantities(text, sentence, dates).flatMap((figure) => {
    const after = text.slice(figure.end, Math.min(sentence.end, figure.end + 4));
    const more = figure.unit === '' ? MEASURE_WORD.exec(after)?.[0] : REST_OF_UNIT.exec(after)?.[0];
    // The months of 1—7月 and other bare numbers stand for nothing that could be added.
    if (more === undefined) return figure.unit === '' ? [] : [figure];
    return [{ ...figure, unit: figure.unit + more, end: figure.end + more.length }];
  });
});

/** 18个村 is exact, 1.8万个 is rounded. */
export function isCountedOneByOne(text: string, { start, end, unit }: Quantity): boolean {
  return (
    /^(?:个|家|户|所|座|项|件|条|名|人|人次|村|处|起|支|台|套|辆|批次|例|张|场|篇|份|部|宗|栋|幢|间|户次)$/.test(
      unit,
    ) && !/[万亿]/.test(text.slice(start, end))
  );
}
