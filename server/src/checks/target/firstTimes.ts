/** Finds a first time that was earlier by what was published: 2021年国内生产总值首次突破100万亿元 was in 2020. */
import type { Entry } from '../../knowledge/knowledge';
import type { Figure } from '../../knowledge/schemas';
import { plainValue } from '../../text/quantities';
import { isSameUnit, plainUnit, type Stated } from './statedFigures';

const FIRST = /(?:首次|历史性地?|第一次|首度)(?:突破|超过|跨上|跨过|跨越|站上|迈上|跃上|登上|踏上|达到|超)了?$/;
/** So far above the mark an earlier year must be that no revision takes it below. */
const CLEARLY = 1.005;

/** The first year before the one stated that was clearly above what is said to be passed for the first time. */
export function passedBefore(
  text: string,
  entry: Entry<Figure>,
  { figure, of, year }: Stated,
): Entry<Figure>['values'][number] | undefined {
  if (of !== 'level' || !FIRST.test(text.slice(Math.max(0, figure.start - 8), figure.start))) return undefined;
  return entry.values
    .filter((known) => {
      if (known.year === undefined || known.year >= year || known.value === undefined) return false;
      const unit = known.unit ?? entry.unit;
      return isSameUnit(figure.unit, plainUnit(unit)) && plainValue(known.value, unit) >= figure.value * CLEARLY;
    })
    .sort((a, b) => (a.year! < b.year! ? -1 : 1))[0];
}
