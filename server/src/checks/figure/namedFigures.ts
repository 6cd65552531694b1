/** Reads from a whole draft which figure is said of what, where and when, so that sentences can be held against each other. */

import type { Draft } from '../../draft/draft';
import { hasWord } from '../../draft/modalityWords';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Knowledge } from '../../knowledge/knowledge';
import { moved, type Quantity } from '../../text/quantities';
import { derived } from '../../util/derived';
import { countedFigures } from './figureUnits';
import { type FigureTime, mayBeOnePlace, timeOf, whereOf } from './figureWhere';
import { ParagraphMemo } from './paragraphMemo';

/** What a figure says: how much there is, by how many per cent or how much it grew, what share it has of something. */
export type FigureKind = 'level' | 'growth' | 'rise' | 'share';

/** A figure with what it is said of. */
export interface NamedFigure extends FigureTime {
  readonly figure: Quantity;
  readonly kind: FigureKind;
  /** What it is said of, without place, verbs and marks, as {@link plainName} puts it. */
  readonly name: string;
  /** Of a share: what it is a share of. */
  readonly whole?: string;
  /** As {@link whereOf} puts it. */
  readonly where: string;
  /** Of a growth: 下降, 减少. */
  readonly falls?: boolean;
  readonly place: SentencePlace;
}

/** Figures by their kind and name, as `level 常住人口`, each ascending. */
export type FiguresByName = ReadonlyMap<string, readonly NamedFigure[]>;

/** As it is remembered, for another place that reads the same. */
type PlacelessFigure = Omit<NamedFigure, 'place'>;

const memoOf = derived(
  (_: Knowledge) => new ParagraphMemo<PlacelessFigure>((named, by) => ({ ...named, figure: moved(named.figure, by) })),
);

/**
 * The figures of a draft that it gives as results, ascending. O(length of the draft); the paragraphs met lately are not
 * read again.
 * @param knowledge for as long as it serves, figures are remembered
 */
export function namedFigures(knowledge: Knowledge, draft: Draft, today: string): NamedFigure[] {
  const found: NamedFigure[] = [];
  let block: unknown;
  let time: FigureTime = { when: '', part: '' };
  let isForward = false;
  for (const place of sentencePlaces(draft, today)) {
    isForward ||= opensForward(place);
    if (place.block !== block) time = { when: '', part: '' };
    block = place.block;
    const before = time;
    time = laterTime(time, timeOf(place, place.sentence.end));
    if (place.isHypothetical || place.isTelling) continue;
    // From there on only what is said of years gone by is a result.
    const isOver = ({ when: time }: FigureTime) => /^(\d{4})\/\1$/.test(time) && time < today.slice(0, 4);
    const figures = memoOf(knowledge).of(place, () => figuresOf(place, before), `${before.when} ${before.part}`);
    for (const figure of figures) if (!isForward || isOver(figure)) found.push({ ...figure, place });
  }
  return found;
}

/** A heading or short sentence from which on a draft tells what is to come: 2026年工作安排. */
function opensForward({ draft, block, sentence }: SentencePlace): boolean {
  // The title says what all of it is about.
  if (block === draft.blocks.find(({ kind }) => kind === 'heading' || kind === 'prose')) return false;
  const words = draft.text.slice(sentence.start, sentence.end);
  // 今年上半年…3260人，完成年度任务的56.2%: a result.
  return words.length <= LONGEST_OPENING && FORWARD.test(words) && !/\d/.test(words.replace(/\d{4}年/g, ''));
}

const LONGEST_OPENING = 60;

/** What a sentence says of the time, on top of what the paragraph has said. */
function laterTime(known: FigureTime, { when, part }: ReturnType<typeof timeOf>): FigureTime {
  return when === undefined && part === '' ? known : { when: when ?? known.when, part };
}

function figuresOf(place: SentencePlace, inherited: FigureTime): PlacelessFigure[] {
  const { draft, sentence } = place;
  const { text } = draft;
  const found: PlacelessFigure[] = [];
  let last: PlacelessFigure | undefined;
  let at = sentence.start;
  for (const figure of countedFigures(place)) {
    const clause = sentence.clauses.findLast(({ start }) => start <= figure.start);
    const from = Math.max(clause?.start ?? sentence.start, at);
    const words = withoutDates(place, from, figure.start);
    at = figure.end;
    // 20万元以上的村有112个: the figure before is a part of what is counted.
    if (/^(?:以上|以下|以内|左右|及以上|及以下)/.test(words)) {
      last = undefined;
      continue;
    }
    if (place.isCited(figure) || hasWord(text, { start: sentence.start, end: figure.start }, 'intention')) continue;
    const time = laterTime(inherited, timeOf(place, figure.start));
    const base = { figure, where: whereOf(place, figure.start), ...time };
    // 占去年总数的86.4%: a share of another time.
    const isOfThen = /去年|上年|同期|\d{4}年/.test(text.slice(from, figure.start));
    const share = isOfThen ? null : SHARE_OF.exec(words);
    if (share && figure.unit === '%' && (share[1] || last)) {
      found.push({
        ...base,
        kind: 'share',
        name: plainName(share[1]!) || last?.name || '',
        whole: plainName(share[2]!),
      });
      continue;
    }
    if (GROWTH_ONLY.test(words) && figure.unit === '%') {
      const between = last && text.slice(last.figure.end, figure.start);
      if (
        last &&
        between!.length <= REACH_OF_GROWTH &&
        !place.dates.some(({ start }) => start > last!.figure.end && start < figure.start)
      )
        found.push({ ...base, kind: 'growth', name: last.name, when: last.when, falls: FALLS.test(words) });
      continue;
    }
    if (RISE_ONLY.test(words) && last && last.figure.unit === figure.unit) {
      found.push({ ...base, kind: 'rise', name: last.name, when: last.when });
      continue;
    }
    const grown = GROWTH_NAMED.exec(words);
    const total = TOTAL.test(words) && found.find((one) => one.figure.unit === figure.unit && ADDED.test(one.name));
    const name = total ? total.name.replace(ADDED, '') : plainName(grown?.[1] ?? words);
    if (name.length < 2) continue;
    const isGrowth = grown !== null && figure.unit === '%';
    last = { ...base, kind: isGrowth ? 'growth' : 'level', name, falls: isGrowth && FALLS.test(words) };
    found.push(last);
  }
  return found;
}

function withoutDates({ draft: { text }, dates }: SentencePlace, from: number, to: number): string {
  let words = '';
  let at = from;
  for (const { start, end } of dates) {
    if (end <= at || start >= to) continue;
    words += text.slice(at, Math.max(at, start));
    at = Math.min(end, to);
  }
  return words + text.slice(at, to);
}

const FORWARD =
  /^.{0,16}(?:今年|明年|来年|下一步|下步|今后|下一阶段|20\d\d年|“十[四五六]五”(?:时期|期间)?).{0,24}(?:目标|任务|安排|打算|建议|思路|要求|工作重点|重点工作|举措|计划|总要求|做好|抓好)/;
/** From a level to its growth: 万亿元，比上年同期增长. In UTF-16 code units. */
const REACH_OF_GROWTH = 14;
/** 新增规上企业112家，总数达到1043家. */
const TOTAL = /^[，,]?(?:总数|总量|累计总数|保有量|总计)(?:已)?(?:达到?|增至|增加到|突破|为)?$/;
/** What came on top of what there was. */
export const ADDED = /^(?:新增|净增|新培育|新认定|新入库|新登记)/;
const FALLS = /下降|减少|降低|降幅/;
const SHARE_OF =
  /^[，,]?(.{0,24}?)(?:占|相当于)(?!比(?!重)|地面|领)(.{2,24}?)(?:的)?(?:比重|比例|份额)?(?:提高到|提升到|上升到|提高至|提升至|达到|达|为|是|约)?$/;
const CHANGES = '(?:增长|下降|增加|减少|提高|上升|上涨|增)';
const GROWTH_ONLY = new RegExp(`^[，,、（(]?(?:同比|比上年|较上年|比去年|较去年|比上年同期|较上年同期)?${CHANGES}了?$`);
const RISE_ONLY =
  /^[，,、（(]?(?:比上年|较上年|比去年|较去年|同比|比上年末|较上年末|比上年同期|较上年同期)?(?:净增加?|新增|增加|净增长)了?$/;
const GROWTH_NAMED =
  /^(.{2,24}?)(?:实际)?(?:同比|比上年|较上年|比去年|较去年)?(?:增长|下降|增速为|增速达到?|增速|增幅为|增幅达到?|增幅)$/;
const LEADS =
  /^(?:[，,、；;：:（(“]|其中|全年|目前|现在|共计|累计|预计|我们|实现|完成|全力|的|了|约|共|先后|也|同时|全部|国家|现有|拥有|已有)+/;
const ENDS =
  /(?:增长到|增加到|提高到|提升到|上升到|提升至|提高至|增长至|增加至|下降到|降低到|缩小到|扩大到|稳定在|保持在|首次突破|首次超过|突破|超过|达到|达|完成|实现|为|是|有|共有|共|累计|约|近|了|已|到|仅|只|增至|降至|总数|总量|数量|总额|：|:|”)+$/;
const OWN_PLACE = /^(?:[全我本](?:[国省市县区州盟旗镇乡村校局院厂]|公司|集团|系统)|集团|公司|学校)(?:的)?/;

/** Words for one thing put alike. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/规模以上/g, '规上'],
  [/GDP|国内生产总值|地区生产总值|(?<![内区])生产总值/g, '地区生产总值'],
  [/研究与试验发展|R&D|研究和试验发展/g, '研发'],
  [/[“”‘’"（）()]/g, ''],
  [/研发(?:经费)?(?:投入|支出)$/g, '研发经费'],
  [/高企$/g, '高新技术企业'],
];

/** What is counted, without place, verbs and marks. O(length). */
export function plainName(words: string): string {
  let name = words.replace(LEADS, '').replace(OWN_PLACE, '').replace(LEADS, '').replace(ENDS, '').replace(/的$/, '');
  for (const [from, to] of ALIKE) name = name.replace(from, to);
  return /[，。；、]/.test(name) ? '' : name;
}

/** Whether two figures are said of the same place and time: what names none takes that of its paragraph. */
function areOfOneTime(a: NamedFigure, b: NamedFigure): boolean {
  const isOfParagraph = a.place.block === b.place.block;
  return (
    mayBeOnePlace(a.where, b.where) &&
    (a.when === b.when || (isOfParagraph && (a.when === '' || b.when === ''))) &&
    (a.part === b.part || (isOfParagraph && (a.part === '' || b.part === '')))
  );
}

/** The one figure among `candidates` of the same place and time as `of`; undefined where they give none or more than one. */
export function onlyFigure(candidates: readonly NamedFigure[], of: NamedFigure): Quantity | undefined {
  const fitting = candidates.filter((one) => areOfOneTime(one, of));
  return new Set(fitting.map(({ figure }) => figure.value)).size === 1 ? fitting[0]!.figure : undefined;
}
