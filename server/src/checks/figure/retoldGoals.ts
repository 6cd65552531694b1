/** Finds goals of growth that are told again as others: 增长预期目标定为5.5%左右…紧盯全年增长6%左右的目标. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { countedFigures } from './figureUnits';
import { plainName } from './namedFigures';
import { repeat } from './repeatedFigures';

/** What is to grow, before the figure that is set. */
const SET =
  /([^，。；：\d]{2,24}?)(?:增长|增速)(?:的)?(?:年度|预期|发展)*目标(?:拟)?(?:定|确定|设定|安排|明确)?(?:为|是|在)(?:增长)?$/;
/** What is to grow, perhaps not named again, before the figure that is pursued. */
const PURSUED =
  /(?:紧盯|紧扣|盯住|锚定|围绕|瞄准|聚焦|对照|对标|按照|实现|完成|确保)(?:实现|完成|好)?([^，。；：\d]{0,16}?)(?:增长|增速)(?:达到|为)?$/;
const AS_GOAL = /^(?:左右|以上)?的?(?:这个|这一)?(?:年度|全年|预期|既定|增长|发展)*目标/;
const TIME = /今年|全年|本年度?|年度|我们|\d{4}年/g;

interface Goal {
  readonly name: string;
  readonly figure: Quantity;
  readonly place: SentencePlace;
}

/** The findings among the sentences of an item, at the later goal. O(length). */
export function wrongRetoldGoals(places: readonly SentencePlace[]): Finding[] {
  const set: Goal[] = [];
  return places.flatMap((place) => {
    const { draft, sentence } = place;
    const { text } = draft;
    if (place.isHypothetical || place.isTelling || !text.slice(sentence.start, sentence.end).includes('目标'))
      return [];
    return countedFigures(place).flatMap((figure) => {
      if (figure.unit !== '%' || place.isCited(figure)) return [];
      const before = text.slice(sentence.start, figure.start);
      const aim = SET.exec(before);
      if (aim) {
        set.push({ name: nameOf(aim[1]!), figure, place });
        return [];
      }
      const pursued = AS_GOAL.test(text.slice(figure.end, sentence.end)) ? PURSUED.exec(before) : null;
      // 工业要挑起大梁，确保增长8%的目标: of what the clause before names.
      const isOpen =
        pursued &&
        nameOf(pursued[1]!) === '' &&
        !/^(?:各级|各部门|各地|全市|全县|全省|我们|大家|同志们|要|必须|务必|今年|[，,、])*$/.test(
          before.slice(0, pursued.index),
        );
      const goal = pursued && !isOpen ? goalOf(nameOf(pursued[1]!), place) : undefined;
      // A goal is set as it is, not rounded.
      return goal && goal.figure.value !== figure.value ? [repeat(draft, goal.figure, figure)] : [];
    });
  });

  /** The one goal of that name and year; what names nothing takes up the one goal of its paragraph. */
  function goalOf(name: string, place: SentencePlace): Goal | undefined {
    const named = set.filter((goal) =>
      name === '' ? goal.place.block === place.block : goal.name === name && yearOf(goal.place) === yearOf(place),
    );
    return named.length === 1 ? named[0] : undefined;
  }
}

function nameOf(words: string): string {
  return plainName(words.replace(/^.*(?:今年|全年|\d{4}年)/, '').replace(TIME, '')).replace(
    /^(?:经济|全市|全县|全省)$/,
    '',
  );
}

/** The year of a goal; the draft's own where none is named. */
function yearOf({ dates, today }: SentencePlace): string {
  return dates[0]?.to.slice(0, 4) ?? today.slice(0, 4);
}
