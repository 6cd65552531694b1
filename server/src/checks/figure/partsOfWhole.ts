/** Finds wholes that their parts contradict: 8.6万人，其中甲3.9万人、乙2.4万人、其他2.9万人; 三次产业占比 that do not come to 100%. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { SHARE, shareOf } from './figureShare';
import { isExact, wrongSum } from './figureSums';
import { isCountedOneByOne } from './figureUnits';
import { coversEach, KINDS } from './partKinds';

const MOST_PARTS = 10;
const PARTS_FOLLOW =
  /^[^。；;\d]{0,12}[，,：:（(][^。；;\d]{0,4}?(?:其中|包括|包含|涵盖|分别为|分别是|用于|即|分为)[，,：:]?[^，。；、\d]{0,16}$|^，?用于[^，。；、\d]{1,16}$/;
/** Parts that make up the whole by these words. */
const ALL_PARTS_FOLLOW = /分别为|分别是|分为/;
/** Parts without 其中, which only known kinds are. */
const PARTS_AT_ONCE = /^[^。；;\d，,：:]{0,8}[，,：:（(][^，。；、\d]{1,14}$/;
const NEXT_PART = /^[^，。；、\d（(]{0,8}[，,、和及]{1,2}[^，。；、\d（(]{1,16}$/;
/** A remark on the part before it: 一等奖60件（含专栏10件）. */
const REMARK = /[（(][^（）()]*[）)]/g;
const IN_REMARK = /[（(][^）)]*$/;
/** The parts of a part, and what each of several has. */
const OTHER_LIST = /其中|包括|包含|分别|各$/;
/** Parts of these may overlap: one may be a woman and a party member. */
const OVERLAPS =
  /女|党员|少数民族|以上|规上|高新|专精|新增|累计|重点|骨干|示范|本科|硕士|博士|岁|同比|增长|下降|每|平均|最|第|境外|外资|民营|国有|小微|涉农|普惠|绿色|制造业|民间|科技|贷款|线下|本级|税收/;
const LEVELS = /国家级|省级|市级|县级/;
const REST = /其他|其它|其余|剩余/;
/** Measured things, which are given out part by part. */
const MEASURED = /^(?:元|亩|公顷|公里|吨|斤|千瓦|立方米|平方米)$/;
const GREW = /^[^，。；\d]{0,6}[，,、（(](?:同比|比上年|较上年)?(?:增长|下降|增加|减少)$/;

/** What was done with the whole is no part of it: 目前已完成整改59个. */
const DONE_SINCE = /目前|已经?|截至|整改|办结|化解|解决了/;
const CHANGE = /比(?:上年|去年|\d{4}年|年初|预算)|较(?:上年|去年)|(?:增加|减少|增长|下降|净增)(?:了)?$/;

/** The finding of the whole at the first of `figures` with the parts after it. Figures ascending, of one sentence. */
export function wrongParts(place: SentencePlace, [whole, ...rest]: readonly Quantity[]): Finding | undefined {
  const { text } = place.draft;
  if (!whole || rest.length < 2 || whole.unit === '' || whole.unit === '%' || !isExact(text, whole)) return undefined;
  // 比上年增加4000亿元，其中…: the parts may be those of what was before it.
  const before = text.slice(Math.max(place.sentence.start, whole.start - 24), whole.start);
  if (/(?:增加|减少|提高|增长|下降|净增|[增减比])了?(?:约)?$/.test(before)) return undefined;
  // 6.81万户，同比增长7.3%，其中…: how it grew stands between.
  let at = whole.end;
  if (rest[0]?.unit === '%' && GREW.test(text.slice(at, rest[0].start))) at = rest.shift()!.end;
  const parts: Quantity[] = [];
  const names: string[] = [];
  let isAnnounced = false;
  let hasShare = false;
  for (let i = 0; i < rest.length && parts.length < MOST_PARTS; i++) {
    const part = rest[i]!;
    const name = text.slice(at, part.start).replace(REMARK, '');
    if (parts.length > 0 && IN_REMARK.test(name)) continue;
    if (/各$/.test(name)) return undefined;
    if (parts.length === 0) isAnnounced = PARTS_FOLLOW.test(name.replace(/\d{4}年/, 'Y年'));
    const next = hasShare && !OTHER_WHOLE.test(name) ? name.replace(/^[；;]/, '，') : name;
    const fits =
      parts.length === 0 ? isAnnounced || PARTS_AT_ONCE.test(name) : NEXT_PART.test(next.replace(/\d{4}年/, 'Y年'));
    // 赤字规模比上年减少1500亿元: a change is no part.
    if (CHANGE.test(name) || (parts.length > 0 && (DONE_SINCE.test(name) || OTHER_LIST.test(name)))) break;
    if (!fits || part.unit !== whole.unit || !isExact(text, part)) break;
    parts.push(part);
    names.push(name);
    at = part.end;
    const share = rest[i + 1];
    hasShare = share?.unit === '%' && SHARE.test(text.slice(at, share.start));
    if (hasShare) {
      at = share!.end;
      i++;
    }
  }
  // A part larger than the whole is of something else: 移送司法机关73人，其中处分厅局级干部54人、县处级285人.
  if (parts.length < 2 || parts.some(({ value }) => value > whole.value)) return undefined;
  const kinds = KINDS.filter(({ members, of }) => coversEach(members, names) && (!of || of.test(before)));
  const isWhole =
    kinds.some(({ members, isWhole }) => isWhole && members.length === names.length) || areAboveAndBelow(names);
  if (!isAnnounced) return isWhole ? wrongSum(text, whole, parts, { than: 'other' }) : undefined;
  if (isEveryYear(place, names)) return wrongSum(text, whole, parts, { than: 'other', isOneRow: true });
  if (isWhole || ALL_PARTS_FOLLOW.test(names[0]!) || endsInRest(names))
    return wrongSum(text, whole, parts, { than: 'other' });
  if (kinds.length > 0 || isExclusive(whole, names))
    return wrongSum(text, whole, parts, { than: 'more' }) ?? beyondWhole(text, whole, parts, names);
  return beyondWhole(text, whole, parts, names);
}

/** How far parts may go beyond the whole to be a slip rather than parts of something else. */
const NEAR = 0.1;

/** 126家，其中食品48家、机械43家、新材料37家: more than their whole. Fewer may be chosen: 其中 promises no more. */
function beyondWhole(
  text: string,
  whole: Quantity,
  parts: readonly Quantity[],
  names: readonly string[],
): Finding | undefined {
  if (names.some((name) => OVERLAPS.test(name) || LEVELS.test(name))) return undefined;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  if (sum > whole.value * (1 + NEAR)) return undefined;
  const isCounted = [whole, ...parts].every((figure) => isCountedOneByOne(text, figure));
  return isCounted || MEASURED.test(whole.unit) ? wrongSum(text, whole, parts, { than: 'more' }) : undefined;
}

/** 亿元以上31个、亿元以下37个: the two sides of one bound. */
function areAboveAndBelow(names: readonly string[]): boolean {
  const [above, below] = names.map((name) => /(\p{Script=Han}{2})以[上下]/u.exec(name));
  return (
    names.length === 2 &&
    above?.[1] !== undefined &&
    above[1] === below?.[1] &&
    above[0].slice(-1) !== below[0].slice(-1)
  );
}

function endsInRest(names: readonly string[]): boolean {
  return REST.test(names.at(-1)!) && !names.some((name) => OVERLAPS.test(name));
}

/** Every year of a five-year plan is named, up to its end or to the year that is told. */
function isEveryYear({ draft, sentence, dates, today }: SentencePlace, names: readonly string[]): boolean {
  const years = names.map((name) => /(\d{4})年$/.exec(name)?.[1]);
  if (years.includes(undefined)) return false;
  const span = dates.find(({ form, role }) => form === 'plan' && (role === 'in' || role === 'since'));
  const lastYear = today.slice(5, 7) <= MONTHS_OF_LAST_YEAR ? String(Number(today.slice(0, 4)) - 1) : undefined;
  return (
    span !== undefined &&
    years.length >= 3 &&
    years[0] === span.from &&
    [span.to, today.slice(0, 4), lastYear].includes(years.at(-1)) &&
    years.every((year, i) => i === 0 || Number(year) === Number(years[i - 1]) + 1) &&
    draft.text.slice(sentence.start, sentence.end).includes('累计')
  );
}

/** Up to this month a draft tells of the year before. */
const MONTHS_OF_LAST_YEAR = '04';

function isExclusive(whole: Quantity, names: readonly string[]): boolean {
  return (
    MEASURED.test(whole.unit) &&
    !names.some((name) => OVERLAPS.test(name) || (whole.unit !== '元' && LEVELS.test(name)))
  );
}

const EACH_PART =
  /^[^，。；;\d]{0,8}[，,：:]其?中?((?:[^，。；、和\d]{2,8}、)+[^，。；、和\d]{2,8}|[^，。；、\d]{2,8}和[^，。；、\d]{2,8}?)分别(?:为|是|达到?)$/;

/** 研发经费…，基础研究、应用研究、试验发展分别为…: parts that are the whole, named before their figures. */
export function wrongNamedParts(place: SentencePlace, figures: readonly Quantity[], at: number): Finding | undefined {
  const { text } = place.draft;
  const [whole, first] = [figures[at]!, figures[at + 1]];
  if (!first || whole.unit === '' || whole.unit === '%' || !isExact(text, whole)) return undefined;
  const names = EACH_PART.exec(text.slice(whole.end, first.start))?.[1]?.split(/[、和]/);
  if (
    !names ||
    !KINDS.some(
      ({ members, isWhole, of }) => isWhole && !of && members.length === names.length && coversEach(members, names),
    )
  )
    return undefined;
  const parts = figures.slice(at + 1, at + 1 + names.length);
  const isRow = parts.every(
    (part, i) =>
      part.unit === whole.unit &&
      isExact(text, part) &&
      (i === 0 || /^[、和及]$/.test(text.slice(parts[i - 1]!.end, part.start))),
  );
  return isRow && parts.length === names.length ? wrongSum(text, whole, parts, { than: 'other' }) : undefined;
}

const ONE_PART = /^[，,]其中(?!.*(?:余|累计|总|单产|均|每|率|价|最|差|利润|盈|亏|净))[^，。；、\d]{2,16}$/;

/** 成交额86亿元，其中在本市转化的96亿元: one part, a little larger than what it is of. */
export function wrongOnePart(place: SentencePlace, figures: readonly Quantity[], at: number): Finding | undefined {
  const { text } = place.draft;
  const [whole, part] = [figures[at]!, figures[at + 1]];
  if (!part || part.unit !== whole.unit || whole.unit === '' || whole.unit === '%') return undefined;
  if (!isExact(text, whole) || !isExact(text, part) || part.value <= whole.value) return undefined;
  if (part.value > whole.value * NEAR_WHOLE || !ONE_PART.test(text.slice(whole.end, part.start))) return undefined;
  const before = text.slice(Math.max(place.sentence.start, whole.start - 24), whole.start);
  // 亩产、均价: an average is no whole.
  if (
    /(?:增加|减少|提高|增长|下降|净增|新增|[增减比])[^，。；\d]{0,6}$|单产|亩产|均|每|率|价|最|差|利润|盈|亏|余|净/.test(
      before,
    )
  )
    return undefined;
  return wrongSum(text, whole, [part], { than: 'more' });
}

/** Larger, it is of something else. */
const NEAR_WHOLE = 1.25;

const TOTAL =
  /^[^，。；、\d]{0,6}[，,；;、]?(?:[两三四五]年|[两三四五]项|[两三四五]者)?(?:合计|共计|总计|总共|共)(?:为|达到?|有|完成|建成|实现|投入|落实|新增|下达|安排|拨付|争取)?了?$/;
const AND = /^[^，。；、\d]{0,8}[、，,和][^，。；、\d]{1,12}$/;

/** Farther off, the total is of more than what is listed. */
const FAR = 0.3;

/** 新建14万亩、改造提升8万亩，合计23万亩: the total after all that is listed just before it. `at`: of the total. */
export function wrongTotal(place: SentencePlace, figures: readonly Quantity[], at: number): Finding | undefined {
  const { text } = place.draft;
  const total = figures[at]!;
  const last = figures[at - 1];
  if (!last || total.unit === '' || total.unit === '%' || !TOTAL.test(text.slice(last.end, total.start)))
    return undefined;
  const parts: Quantity[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const part = figures[i]!;
    if (part.unit !== total.unit || !isExact(text, part)) break;
    if (parts.length > 0 && !AND.test(text.slice(part.end, parts[0]!.start).replace(/\d{4}年/, 'Y年'))) break;
    parts.unshift(part);
  }
  if (parts.length < 2 || !isExact(text, total)) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  // 新增159种，总共6385种: what was there before counts in.
  if (Math.abs(sum - total.value) > FAR * total.value) return undefined;
  // 其中 before them: a part of something larger may be among them.
  const words = text.slice(Math.max(place.sentence.start, parts[0]!.start - 20), total.start);
  if (/其中|比|增长|增加|分别|平均|每/.test(words)) return undefined;
  for (let i = 1; i + 2 <= parts.length; i++)
    if (!wrongSum(text, total, parts.slice(i), { than: 'other' })) return undefined;
  return wrongSum(text, total, parts, { than: 'other' });
}

const NEXT_OF_WHOLE = /^[^，。；、\d]{0,8}[，,；;、][^，。；、\d]{1,16}(?:、[^，。；、\d]{1,10})?$/;
const OTHER_WHOLE = /总|共|全[国省市县区]|合计/;

/** 600人次，其中第一种形态390人次，占65%；第二种形态150人次，占27%: the shares after the first. */
export function wrongLaterShares(place: SentencePlace, [whole, ...rest]: readonly Quantity[]): Finding[] {
  const { text } = place.draft;
  const found: Finding[] = [];
  if (!whole || whole.unit === '' || whole.unit === '%' || !isExact(text, whole)) return found;
  let at = whole.end;
  for (let i = 0; i + 1 < rest.length; i += 2) {
    const [part, share] = [rest[i]!, rest[i + 1]!];
    const name = text.slice(at, part.start);
    const fits = i === 0 ? PARTS_FOLLOW.test(name) || /其中[^，。；\d]{1,20}$/.test(name) : NEXT_OF_WHOLE.test(name);
    // 赤字规模比上年减少1500亿元: a change is no part.
    if (CHANGE.test(name)) break;
    if (!fits || part.unit !== whole.unit || share.unit !== '%' || part.value > whole.value) return found;
    const said = text.slice(part.end, share.start);
    if (!SHARE.test(said) || (i > 0 && OTHER_WHOLE.test(name))) return found;
    const finding =
      i > 0 && isExact(text, part) && isExact(text, share) ? shareOf(place, whole, part, share) : undefined;
    if (finding) found.push(finding);
    at = share.end;
  }
  return found;
}

const SHARE_OF_SECTOR = [/第一产业|一产/, /第二产业|二产/, /第三产业|三产|服务业/];

/** 第一产业占比8.2%，第二产业占比41.5%，第三产业占比52.3%: three shares that are the whole. */
export function wrongShares(
  { draft: { text }, sentence }: SentencePlace,
  figures: readonly Quantity[],
): Finding | undefined {
  for (let i = 0; i + 3 <= figures.length; i++) {
    const three = figures.slice(i, i + 3);
    const names = three.map((figure, k) => text.slice(figures[i + k - 1]?.end ?? sentence.start, figure.start));
    const areShares = three.every(
      (figure, k) =>
        figure.unit === '%' &&
        isExact(text, figure) &&
        SHARE_OF_SECTOR[k]!.test(names[k]!) &&
        /(?:占比|比重|占)(?:[^，。；\d]{0,12})?(?:为|达到?|是)?$/.test(names[k]!),
    );
    if (!areShares) continue;
    const sum = three.reduce((total, { value }) => total + value, 0);
    if (Math.abs(sum - 100) < TOLERATED_POINTS) return undefined;
    return wrongSum(text, { ...three[0]!, value: 100, start: three[0]!.start, end: three[0]!.end }, three, {
      than: 'other',
      given: '100%',
    });
  }
  return undefined;
}

/** Three rounded shares. */
const TOLERATED_POINTS = 0.35;
