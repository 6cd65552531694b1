/** Whether a figure is the country's by its size alone: 2024年城镇新增就业1265万人 can be said of no province, whoever writes it. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry } from '../../knowledge/knowledge';
import type { Figure } from '../../knowledge/schemas';
import { plainValue } from '../../text/quantities';
import type { Span } from '../../text/span';
import { precisionOf } from '../figure/figurePrecision';
import { isSameUnit, plainUnit, type Stated } from './statedFigures';

/** What is counted and adds up: a part of the country has a part of it. */
const ADDS_UP =
  /^(?:人|名|人次|斤|吨|亩|公里|千瓦|千瓦时|元|美元|件|辆|个|家|户|所|座|块|张|台|架|列|立方米|标箱|标准箱)$/;
/** Rates, averages and standards, which a place may have as the country has. */
const DOES_NOT_ADD_UP = /人均|户均|平均|每|率|比重|占比|比例|均价|标准|指数/;
/** How near a figure must be to the country's: a slip of the pen, or that of the year before. */
const LEAST = 0.75;
const MOST = 1 / LEAST;
/** So near it is, and not rounded, what was counted before or after the other. */
const REVISED = 0.001;
/** A larger whole, or a part of the country that has nearly all of it. */
const OTHER_WHOLE =
  /世界|全球|各国|国际|美国|欧盟|主产|产区|流域|(?<!各)地区|经济带|长三角|珠三角|京津冀|大湾区|区域|沿海|沿线|东部|中部|西部|北方|南方|其中|上限|限额|目标|计划|预计|预期|有望|规划/;

/** The first level that is stated is of an indicator that adds up, near what was published for the country. */
export function isOfTheCountrysSize(
  { draft, sentence }: SentencePlace,
  entry: Entry<Figure>,
  match: Span,
  stated: readonly Stated[],
): boolean {
  const first = stated.find(({ of }) => of === 'level');
  if (!first || DOES_NOT_ADD_UP.test(entry.indicator)) return false;
  const { figure, year } = first;
  if (OTHER_WHOLE.test(draft.text.slice(sentence.start, match.start))) return false;
  const precision = precisionOf(figure, draft.text.slice(figure.start, figure.end));
  return entry.values.some((known) => {
    const unit = known.unit ?? entry.unit;
    if (known.year !== year || known.value === undefined || !ADDS_UP.test(plainUnit(unit))) return false;
    if (!isSameUnit(figure.unit, plainUnit(unit))) return false;
    const plain = plainValue(known.value, unit);
    const share = figure.value / plain;
    const isRevised = Math.abs(share - 1) < REVISED && Math.abs(figure.value - plain) > precision;
    return share >= LEAST && share <= MOST && !isRevised;
  });
}
