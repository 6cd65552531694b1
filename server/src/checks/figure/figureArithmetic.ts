/** Finds figures of one sentence that do not add up: a rate of growth, a difference, a share, an average or a whole that its parts contradict. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Quantity } from '../../text/quantities';
import { derived } from '../../util/derived';
import { belowWhatItPasses } from './comparedFigures';
import { daysBeyondYear } from './daysOfYear';
import { wrongPerUnit, wrongPerUnitOfTotal, wrongSpending, wrongTotalOfEach, wrongYearly } from './figureAverage';
import { belowBound, wrongChange, wrongComparison, wrongDirection } from './figureChange';
import { isThreshold, wrongRelation } from './figureShare';
import { wrongTrends } from './figureTrends';
import { countedFigures } from './figureUnits';
import { wrongListedTotal } from './listedTotals';
import { ParagraphMemo } from './paragraphMemo';
import { wrongLaterShares, wrongNamedParts, wrongOnePart, wrongParts, wrongShares, wrongTotal } from './partsOfWhole';
import { wrongRanks } from './ranks';
import { wrongSectorRatios } from './sectorRatio';
import { countBesideShare } from './sharesOfOneWhole';
import { wrongYearsInARow } from './yearsInARow';

const memoOf = derived((_: Knowledge) => new ParagraphMemo<Finding>(moved));

/**
 * Only figures that the words themselves set in relation, each exact as written. O(length of the sentence); what was
 * found in a paragraph lately is not looked for again.
 * @param knowledge for as long as it serves, findings are remembered
 */
export function wrongArithmetic(knowledge: Knowledge, place: SentencePlace): readonly Finding[] {
  // What is remembered has its message.
  return memoOf(knowledge).of(place, () => wrongIn(place), l10n.t('English'));
}

function moved(finding: Finding, by: number): Finding {
  return { ...finding, start: finding.start + by, end: finding.end + by };
}

function wrongIn(place: SentencePlace): Finding[] {
  const figures = countedFigures(place);
  const found = [
    ...figures.flatMap((_, i) => wrongAt(place, figures, i)),
    wrongShares(place, figures),
    ...wrongSectorRatios(place),
    ...wrongTrends(place, figures),
    ...wrongRanks(place),
    daysBeyondYear(place, figures),
    ...wrongYearsInARow(place),
    countBesideShare(place, figures),
  ];
  const findings: Finding[] = [];
  for (const finding of found) {
    if (!finding || place.isCited(finding)) continue;
    if (!findings.some(({ start, end }) => start < finding.end && finding.start < end)) findings.push(finding);
  }
  return findings.sort((a, b) => a.start - b.start);
}

function wrongAt(place: SentencePlace, figures: readonly Quantity[], at: number): (Finding | undefined)[] {
  const three = figures.slice(at, at + 3);
  const counts = [figures[at]!, ...figures.slice(at + 1, at + 5).filter((figure) => !isThreshold(place, figure))];
  const ofThree = three.length === 3 ? wrongChange(place, three) : undefined;
  const relation = counts.length < 3 ? undefined : wrongRelation(place, counts.slice(0, 3));
  return [
    ofThree ?? relation ?? wrongParts(place, figures.slice(at, at + 24)),
    belowBound(place, figures.slice(at, at + 2)),
    wrongDirection(place, figures.slice(at, at + 2)),
    wrongYearly(place, figures.slice(at, at + 2)),
    wrongPerUnit(place, figures, at),
    wrongPerUnitOfTotal(place, figures, at),
    wrongTotalOfEach(place, figures, at),
    wrongSpending(place, figures, at),
    wrongNamedParts(place, figures, at),
    wrongOnePart(place, figures, at),
    belowWhatItPasses(place, figures.slice(at, at + 2)),
    wrongListedTotal(place, figures, at),
    wrongComparison(place, figures.slice(at, at + 4)),
    wrongTotal(place, figures, at),
    ...wrongLaterShares(place, figures.slice(at, at + 24)),
  ];
}
