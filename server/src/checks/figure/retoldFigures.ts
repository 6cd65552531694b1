/** Finds figures that are told again as others: 规上工业增加值增长8.2%…规上工业增加值增速7.8%. */
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import { findQuantities, type Quantity } from '../../text/quantities';
import { AS_OF, mayBeOnePlace } from './figureWhere';
import type { FiguresByName, NamedFigure } from './namedFigures';
import { agree, NEAR_ENOUGH, repeat } from './repeatedFigures';

/** Acts, ranks and parts, of which there may be many. */
const NO_ONE_THING =
  /^(?:比|较|按|平均|占|其他|其余|由|提出|新增?[建设开签入]|增[长加]|减少|建[设成]|改[造建]|安排|筹[措集]|投[入资放]|完成|实施|居|高于|低于|在|连续|升|位|办|培|引|拥|发[放行布]|抓|达|超|分别|年均|共|每|争取|处|罚|扣|可|规模|产值|面积|投资|金额|收入|继续|开始|涉及|覆盖|带动|惠及|服务|累计|两年|五年|中央财政)|同比|环比|设计|第$|分别$|连续$|平均每|在内|同期|计划|转为/;
const SHORTEST_NAME = 4;
const REPEATED_UNIT =
  /^(?:%|元|美元|人|名|家|户|个|件|项|所|座|台|套|辆|亩|公顷|公里|平方公里|吨|斤|公斤|千瓦|千瓦时|立方米|平方米)$/;
const COUNTED = /^(?:家|个|所|座|项|件|户|处|台|套)$/;
const OVER_YEARS = /[两二三四五六七八九十]年(?!级)|累计|以来|期间|平均|届|分别/;

/** Up to this month a draft tells of the year before. */
const MONTHS_OF_LAST_YEAR = '04';

/** The findings among the figures of an item, at the later figure. O(figures · length of a name). */
export function wrongRetold(draft: Draft, byName: FiguresByName, today: string): Finding[] {
  const lastYear = `${Number(today.slice(0, 4)) - 1}`;
  const isOfLastYear = today.slice(5, 7) <= MONTHS_OF_LAST_YEAR;
  const retold = [...withShortNames(draft.text, byName).values()].flatMap((named) => {
    const { name, kind } = named[0]!;
    if (kind === 'share' || name.length < SHORTEST_NAME || NO_ONE_THING.test(name)) return [];
    const told = named.filter(
      (one) =>
        REPEATED_UNIT.test(one.figure.unit) &&
        !isOverYears(draft.text, one) &&
        !isOfPart(draft.text, one) &&
        !countsWhatFollows(draft.text, one),
    );
    return retoldOfOneTime(draft, told, { lastYear, isReported: isOfLastYear });
  });
  return [...retold, ...stocks(draft.text, byName).flatMap((told) => lessThanBefore(draft, told))];
}

/** What has been made is there: 培育专精特新企业 and 专精特新企业 are one. */
const MADE = /^(?:培育|建成|认定|创建|打造|拥有)+/;

/** The counts of what there is, by what is counted. */
function stocks(text: string, byName: FiguresByName): NamedFigure[][] {
  const found = new Map<string, NamedFigure[]>();
  for (const one of [...byName.values()].flat()) {
    if (countsWhatFollows(text, one)) continue;
    const name = one.name.replace(MADE, '');
    if (one.kind !== 'level' || name.length < SHORTEST_NAME || !COUNTED.test(one.figure.unit)) continue;
    if (NO_ONE_THING.test(name)) continue;
    const known = found.get(name);
    if (known) known.push(one);
    else found.set(name, [one]);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}

/** When a draft is written: the year before it, and whether it still reports on that. */
interface TimeOfDraft {
  readonly lastYear: string;
  readonly isReported: boolean;
}

function retoldOfOneTime(draft: Draft, told: readonly NamedFigure[], { lastYear, isReported }: TimeOfDraft): Finding[] {
  const found: Finding[] = [];
  const before = new Map<string, NamedFigure[]>();
  for (const one of told) {
    // What names no time is told of the year that is over.
    const about = `${one.when || `${lastYear}/${lastYear}`} ${one.part} ${one.figure.unit}`;
    const known = before.get(about) ?? [];
    // Two figures in a sentence are told apart.
    const earlier = known.find((other) => isSameThing(draft.text, other, one) && other.place !== one.place);
    if (!earlier) before.set(about, [...known, one]);
    else if (!isReported && earlier.when !== one.when && !isSlipOf(draft.text, earlier, one)) continue;
    else if (!agree(draft.text, earlier.figure, one.figure) || earlier.falls !== one.falls)
      found.push(repeat(draft, earlier.figure, one.figure));
  }
  return found;
}

/** Of one part of a year, or with the same digits in another order or magnitude: no figure of another year. */
function isSlipOf(text: string, earlier: NamedFigure, one: NamedFigure): boolean {
  const digits = ({ figure }: NamedFigure) =>
    [...text.slice(figure.start, figure.end).replace(/\D/g, '')].sort().join('');
  return one.part !== '' || digits(earlier) === digits(one);
}

/** 全市共培育312家…截至9月底，全市累计培育321家: there cannot have been more than there are. */
function lessThanBefore(draft: Draft, told: readonly NamedFigure[]): Finding[] {
  const isNow = ({ when, part, where }: NamedFigure) => when === '' && part === '' && where !== '';
  const [now, ...others] = told.filter(isNow);
  if (!now || others.length > 0) return [];
  return told.flatMap((then) => {
    const isThen = then.part.startsWith(AS_OF) && then.where === now.where && then.figure.unit === now.figure.unit;
    const [x, y] = [now.figure.value, then.figure.value];
    if (!isThen || y <= x || y - x > NEAR_ENOUGH * y || agree(draft.text, now.figure, then.figure)) return [];
    const [first, second] = [now.figure, then.figure].sort((a, b) => a.start - b.start) as [Quantity, Quantity];
    return [repeat(draft, first, second)];
  });
}

/** Of a stretch that need not be that of another sentence: by its clause, or by one before it that only sets the time. */
function isOverYears(text: string, { place: { sentence, draft, dates }, figure }: NamedFigure): boolean {
  return sentence.clauses.some(
    (clause) =>
      clause.start < figure.start &&
      OVER_YEARS.test(text.slice(clause.start, Math.min(clause.end, figure.start))) &&
      (clause.end > figure.start || findQuantities(draft.text, clause, dates).length === 0),
  );
}

/** 山区的13个镇…山区的96个村: what stands before is no name of what is counted. */
function countsWhatFollows(text: string, { figure }: NamedFigure): boolean {
  return (
    /^[个家名人所座项件户处台套]/.test(figure.unit) && /^\p{Script=Han}/u.test(text.slice(figure.end, figure.end + 1))
  );
}

/** 其中，南疆4地州累计脱贫…，贫困发生率…: told of some only. */
function isOfPart(text: string, { place: { sentence }, figure }: NamedFigure): boolean {
  return /^其中|其中[，,]/.test(text.slice(sentence.start, figure.start));
}

/** Names of rates that leave out what the sentence has named: 农村公路列养率100%，优良中等路率92.3%. */
function withShortNames(text: string, byName: FiguresByName): FiguresByName {
  const all = new Map<string, readonly NamedFigure[]>();
  for (const [key, named] of byName) {
    const { name, kind, figure } = named[0]!;
    const known = [...named];
    if (kind === 'level' && figure.unit === '%' && /(?:率|占比|比例|比重)$/.test(name))
      for (let cut = 2; cut <= name.length - SHORTEST_NAME; cut++) {
        const short = byName.get(`level ${name.slice(cut)}`) ?? [];
        known.push(...short.filter((one) => namesBefore(text, one, name.slice(0, cut))));
      }
    all.set(
      key,
      known.sort((a, b) => a.figure.start - b.figure.start),
    );
  }
  return all;
}

function namesBefore(text: string, { place: { sentence }, figure }: NamedFigure, words: string): boolean {
  return text.slice(sentence.start, figure.start).includes(words);
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
