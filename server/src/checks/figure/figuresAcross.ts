/** Finds figures of different sentences that contradict each other: one indicator told twice, a share, a rate or a change that the levels elsewhere do not give. */
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import { draftItems } from '../../draft/draftItems';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Span } from '../../text/span';
import { type CountedThing, countedThings } from './countedThings';
import { wrongCountsOfThings } from './countsOfThings';
import { wrongRatios } from './figureRatios';
import { isExact, outside } from './figureSums';
import { mayBeOnePlace } from './figureWhere';
import { type FiguresByName, type NamedFigure, namedFigures, onlyFigure } from './namedFigures';
import { wrongRetold } from './retoldFigures';

/** The findings of a draft read on a day, ascending: within each of its items. O(length of the draft). */
export function figuresAcross(knowledge: Knowledge, draft: Draft, today: string): Finding[] {
  const figures = namedFigures(knowledge, draft, today).filter(({ figure }) => isExact(draft.text, figure));
  const things = countedThings(knowledge, draft, today);
  const items = draftItems(draft);
  const thingsByItem = byItem(items, things);
  return byItem(items, figures)
    .flatMap((own, i) => figuresOfItem(draft, own, thingsByItem[i]!, today))
    .sort((a, b) => a.start - b.start);
}

/** What lies in each of the items; both ascending. O(items + all). */
function byItem<T extends { readonly figure: Span }>(items: readonly Span[], all: readonly T[]): T[][] {
  let next = 0;
  return items.map(({ end }) => {
    const from = next;
    while (next < all.length && all[next]!.figure.start < end) next++;
    return all.slice(from, next);
  });
}

function figuresOfItem(
  draft: Draft,
  figures: readonly NamedFigure[],
  things: readonly CountedThing[],
  today: string,
): Finding[] {
  const byName = new Map<string, NamedFigure[]>();
  for (const one of figures) {
    const key = `${one.kind} ${one.name}`;
    const known = byName.get(key);
    if (known) known.push(one);
    else byName.set(key, [one]);
  }
  return [
    ...wrongRetold(draft, byName, today),
    ...wrongShares(draft.text, figures, byName),
    ...wrongGrowth(draft.text, figures, byName, today),
    ...wrongRatios(draft.text, figures),
    ...wrongCountsOfThings(draft, figures, things),
  ];
}

/** 税收收入201.2亿元…一般公共预算收入286.5亿元…占一般公共预算收入的比重为76.2%. */
function wrongShares(text: string, figures: readonly NamedFigure[], byName: FiguresByName): Finding[] {
  return figures.flatMap((share) => {
    if (share.kind !== 'share' || share.name === '' || !share.whole) return [];
    const part = onlyFigure(byName.get(`level ${share.name}`) ?? [], share);
    const whole = onlyFigure(byName.get(`level ${share.whole}`) ?? [], share);
    if (!part || !whole || part === whole || part.unit !== whole.unit || part.unit === '%' || part.value > whole.value)
      return [];
    return outside(text, share.figure, { figures: [whole, part], ways: [(x, y) => (y * 100) / x] }) ?? [];
  });
}

const SHORTEST_NAME = 4;
/** Growth of these is counted at constant prices or on another basis. */
const OTHER_BASIS = /生产总值|经济总量|增加值|产值|实际|可比|同口径|能耗|收入|预算|投资/;

/** 2024年末…1120家; 1286家，比上年净增186家: the growth that the levels of two years do not give. */
function wrongGrowth(text: string, figures: readonly NamedFigure[], byName: FiguresByName, today: string): Finding[] {
  return figures.flatMap((growth) => {
    if (growth.kind !== 'growth' && growth.kind !== 'rise') return [];
    const year = growth.when === '' ? Number(today.slice(0, 4)) - 1 : Number(/^(\d{4})\/\1$/.exec(growth.when)?.[1]);
    if (!(year > 0) || (growth.kind === 'growth' && OTHER_BASIS.test(growth.name))) return [];
    const levels = byName.get(`level ${growth.name}`) ?? [];
    const of = (when: string) =>
      levels.filter((level) => mayBeOnePlace(level.where, growth.where) && level.when === when);
    const [now, before] = [of(growth.when), of(`${year - 1}/${year - 1}`)];
    if (now.length !== 1 || before.length !== 1 || growth.name.length < SHORTEST_NAME) return [];
    if (now[0]!.figure.value > 3 * before[0]!.figure.value || now[0]!.figure.unit !== before[0]!.figure.unit) return [];
    const words = text.slice(now[0]!.figure.end, growth.figure.start);
    const sign = /[降减]/.test(words) ? -1 : 1;
    return (
      outside(text, growth.figure, {
        figures: [before[0]!.figure, now[0]!.figure],
        ways: [(x, y) => (growth.kind === 'rise' ? y - x : (sign * (y - x) * 100) / x)],
      }) ?? []
    );
  });
}
