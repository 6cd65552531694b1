/** Reads the counts of a draft that stand before what they count: 全县38家养老机构中, 这16个党组织. */
import type { Draft } from '../../draft/draft';
import { hasWord } from '../../draft/modalityWords';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Knowledge } from '../../knowledge/knowledge';
import { moved, type Quantity } from '../../text/quantities';
import { derived } from '../../util/derived';
import { countedFigures } from './figureUnits';
import { type FigureTime, timeOf, whereOf } from './figureWhere';
import { ParagraphMemo } from './paragraphMemo';

/** A figure before what it counts: 52家沿江化工企业. */
export interface CountedThing extends FigureTime {
  readonly figure: Quantity;
  /** What follows the figure, as far as it is one word after the other, at most {@link LONGEST_THING} characters. */
  readonly words: string;
  readonly where: string;
  /** All there are (全县38家养老机构, 38家养老机构中), not any number of them. */
  readonly isAll: boolean;
  readonly place: SentencePlace;
}

const LONGEST_THING = 12;
const THING = /^的?(?!国家|省|地区|城市|县|区)([\p{Script=Han}“”]{4,})/u;
/** The one number that was told before, whatever is to be done. */
const TAKEN_UP =
  /(?:受理|查出|发现|排查|抽样|走访|现有|上述|前述|已有|以上|这)的?$|[全我][省市县区州镇乡村校](?:现有|共有)?的?$/;
const AMONG = /^[\p{Script=Han}“”]{2,12}?(?:中[，,]|[，,]?其中)/u;
/** 89户规上工业企业中产值过5亿元的; not 中标 and the like. */
const AMONG_THEM =
  /^[\p{Script=Han}“”]{2,12}?(?:企业|单位|机构|项目|学校|村|党员|干部|人员)中(?!标|介|心|小|央|型|国|部|医|等|级|学|层|药|高|旬|文|西|间|止|断|考)/u;

const memoOf = derived(
  (_: Knowledge) =>
    new ParagraphMemo<Omit<CountedThing, 'place'>>((thing, by) => ({ ...thing, figure: moved(thing.figure, by) })),
);

/**
 * The counts of a draft that stand before what they count, ascending. O(length of the draft); the paragraphs met lately
 * are not read again.
 * @param knowledge for as long as it serves, counts are remembered
 */
export function countedThings(knowledge: Knowledge, draft: Draft, today: string): CountedThing[] {
  const memo = memoOf(knowledge);
  return sentencePlaces(draft, today).flatMap((place) => {
    const things = memo.of(place, () => thingsOf(place));
    return things.map((thing) => ({ ...thing, place }));
  });
}

function thingsOf(place: SentencePlace): Omit<CountedThing, 'place'>[] {
  const { text } = place.draft;
  if (place.isHypothetical || place.isTelling) return [];
  return countedFigures(place).flatMap((figure) => {
    const before = text.slice(place.sentence.start, figure.start);
    const isTakenUp = TAKEN_UP.test(before);
    if (!isTakenUp && hasWord(text, { start: place.sentence.start, end: figure.start }, 'intention')) return [];
    const after = text.slice(figure.end, place.sentence.end);
    const words = THING.exec(after.slice(0, LONGEST_THING))?.[1];
    if (words === undefined || place.isCited(figure)) return [];
    const { when = '', part } = timeOf(place, figure.start);
    return [
      {
        figure,
        words: words.replace(/[“”]/g, ''),
        where: whereOf(place, figure.start),
        when,
        part,
        isAll:
          isTakenUp ||
          after.startsWith('的') ||
          [AMONG, AMONG_THEM].some((words) => words.test(after.slice(0, 2 * LONGEST_THING))),
      },
    ];
  });
}
