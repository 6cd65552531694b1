/** Finds figures of different sentences that contradict each other: one indicator told twice, a share, a rate or a change that the levels elsewhere do not give. */
import type { Finding } from '../analysis/finding';
import type { Draft } from '../draft/draft';
import { draftItems } from '../draft/draftItems';
import type { Quantity } from '../text/quantities';
import type { Span } from '../text/span';
import { type CountedThing, countedThings } from './countedThings';
import { wrongCountsOfThings } from './countsOfThings';
import { wrongRatios } from './figureRatios';
import { isExact, outside } from './figureSums';
import { mayBeOnePlace } from './figureWhere';
import { type NamedFigure, namedFigures, onlyFigure } from './namedFigures';
import { agree, NEAR_ENOUGH, repeat } from './repeatedFigures';

/** The findings of a draft read on a day, ascending: within each of its items. O(length of the draft). */
export function figuresAcross(draft: Draft, today: string): Finding[] {
  const figures = namedFigures(draft, today).filter(({ figure }) => isExact(draft.text, figure));
  const things = countedThings(draft, today);
  return draftItems(draft)
    .flatMap((item) => figuresOfItem(draft, startingIn(item, figures), startingIn(item, things), today))
    .sort((a, b) => a.start - b.start);
}

function startingIn<T extends { readonly figure: Span }>({ start, end }: Span, all: readonly T[]): T[] {
  return all.filter(({ figure }) => figure.start >= start && figure.start < end);
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
    ...wrongRepeats(draft, byName, today),
    ...wrongShares(draft.text, figures, byName),
    ...wrongGrowth(draft.text, figures, byName, today),
    ...wrongRatios(draft.text, figures),
    ...wrongCountsOfThings(draft, figures, things),
  ];
}

type ByName = ReadonlyMap<string, readonly NamedFigure[]>;

/** Acts, ranks and parts, of which there may be many. */
const NO_ONE_THING =
  /^(?:比|较|按|平均|占|其他|其余|由|提出|新增?[建设开签入]|增[长加]|减少|建[设成]|改[造建]|安排|筹[措集]|投[入资放]|完成|实施|居|高于|低于|在|连续|升|位|办|培|引|拥|发[放行布]|抓|达|超|分别|年均|共|每|争取|处|罚|扣|可|规模|产值|面积|投资|金额|收入|继续|开始|涉及|覆盖|带动|惠及|服务|累计|两年|五年|中央财政)|同比|环比|设计|第$|分别$|连续$|平均每|在内|同期|计划|环比|转为/;
const SHORTEST_NAME = 4;
const REPEATED_UNIT =
  /^(?:%|元|美元|人|名|家|户|个|件|项|所|座|台|套|辆|亩|公顷|公里|平方公里|吨|斤|公斤|千瓦|千瓦时|立方米|平方米)$/;
const OVER_YEARS = /[两二三四五六七八九十]年(?!级)|累计|以来|期间|平均|届|分别/;

/** Of a stretch that need not be that of another sentence. */
function isOverYears(text: string, { place: { sentence }, figure }: NamedFigure): boolean {
  return OVER_YEARS.test(text.slice(sentence.start, figure.start));
}

/** 规上工业增加值增长8.2%…规上工业增加值增速7.8%. */
function wrongRepeats(draft: Draft, byName: ByName, today: string): Finding[] {
  const found: Finding[] = [];
  for (const named of byName.values()) {
    const { name, kind } = named[0]!;
    if (kind === 'share' || name.length < SHORTEST_NAME || NO_ONE_THING.test(name)) continue;
    const lastYear = String(Number(today.slice(0, 4)) - 1);
    const before = new Map<string, NamedFigure[]>();
    for (const one of named) {
      if (!REPEATED_UNIT.test(one.figure.unit) || isOverYears(draft.text, one)) continue;
      // What names no time is told of the year that is over.
      const about = `${one.when || `${lastYear}/${lastYear}`} ${one.part} ${one.figure.unit}`;
      const known = before.get(about) ?? [];
      // Two figures in a sentence are told apart.
      const earlier = known.find((other) => isSameThing(draft.text, other, one) && other.place !== one.place);
      if (!earlier) before.set(about, [...known, one]);
      else if (!agree(draft.text, earlier.figure, one.figure) || earlier.falls !== one.falls)
        found.push(repeat(draft, earlier.figure, one.figure));
    }
  }
  return found;
}

/** 全市 and no place are one, but two sentences without a place may be of two, unless a slip shows that they are one. */
function isSameThing(text: string, a: NamedFigure, b: NamedFigure): boolean {
  if (!mayBeOnePlace(a.where, b.where)) return false;
  return a.where + b.where !== '' || isSlipOfYear(a, b) || isSlipOfUnit(text, a.figure, b.figure);
}

/** 研发投入6.8亿元…去年集团研发投入6.3亿元: near each other, and the year is named. */
function isSlipOfYear({ when, figure: a }: NamedFigure, { when: other, figure: b }: NamedFigure): boolean {
  return (when !== '' || other !== '') && Math.abs(a.value - b.value) <= NEAR_ENOUGH * Math.max(a.value, b.value);
}

/** 3268.4亿元…3268.4万元: one number of at least three digits, with another magnitude. */
function isSlipOfUnit(text: string, a: Quantity, b: Quantity): boolean {
  const number = (figure: Quantity) => /^[\d.]+/.exec(text.slice(figure.start, figure.end))?.[0] ?? '';
  return a.value !== b.value && number(a) === number(b) && number(a).replace('.', '').length >= 3;
}

/** 税收收入201.2亿元…一般公共预算收入286.5亿元…占一般公共预算收入的比重为76.2%. */
function wrongShares(text: string, figures: readonly NamedFigure[], byName: ByName): Finding[] {
  return figures.flatMap((share) => {
    if (share.kind !== 'share' || share.name === '' || !share.whole) return [];
    const part = onlyFigure(byName.get(`level ${share.name}`) ?? [], share);
    const whole = onlyFigure(byName.get(`level ${share.whole}`) ?? [], share);
    if (!part || !whole || part === whole || part.unit !== whole.unit || part.unit === '%' || part.value > whole.value)
      return [];
    return outside(text, share.figure, { figures: [whole, part], ways: [(x, y) => (y * 100) / x] }) ?? [];
  });
}

/** Growth of these is counted at constant prices or on another basis. */
const OTHER_BASIS = /生产总值|经济总量|增加值|产值|实际|可比|同口径|能耗|收入|预算|投资/;

/** 2024年末…1120家; 1286家，比上年净增186家: the growth that the levels of two years do not give. */
function wrongGrowth(text: string, figures: readonly NamedFigure[], byName: ByName, today: string): Finding[] {
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
