/** Finds wholes that their parts contradict: 8.6万人，其中甲3.9万人、乙2.4万人、其他2.9万人; 三次产业占比 that do not come to 100%. */
import type { Finding } from '../analysis/finding';
import type { SentencePlace } from '../draft/sentencePlace';
import type { Quantity } from '../text/quantities';
import { isExact, wrongSum } from './figureSums';

const MOST_PARTS = 8;
/** Kinds that no two parts share. */
const KINDS: readonly (readonly RegExp[])[] = [
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
  [/男/, /女/],
  [/平原/, /丘陵/, /山区|山村/, /坝区/, /高原/, /牧区/],
  [/一等奖/, /二等奖/, /三等奖/, /优秀奖/],
  [/城镇|城市/, /农村|乡村/],
  [/优秀/, /良好/, /合格/, /不合格/],
  [/企业/, /个体工商户/, /合作社/],
  [/小学/, /初中/, /高中/, /幼儿园|学前/],
  [/基础研究/, /应用研究/, /试验发展/],
  [/出口/, /进口/],
  [/公办/, /民办/],
  [/线上/, /线下/],
];
/** Kinds that are the whole when all of them are named. */
const WHOLE_KINDS: readonly (readonly RegExp[])[] = [KINDS[0]!, KINDS[1]!, KINDS[8]!, KINDS[9]!];
const PARTS_FOLLOW =
  /^[^。；;\d]{0,12}[，,：:（(][^。；;\d]{0,4}?(?:其中|包括|分别为|用于)[，,：:]?[^，。；、\d]{0,16}$|^，?用于[^，。；、\d]{1,16}$/;
const NEXT_PART = /^[，,、和及]{0,2}(?:其中)?[^，。；、\d]{1,16}$/;
/** Parts of these may overlap: one may be a woman and a party member. */
const OVERLAPS =
  /女|党员|少数民族|以上|规上|高新|专精|新增|累计|重点|骨干|示范|本科|硕士|博士|岁|同比|增长|下降|每|平均|最|第|境外|外资|民营|国有|小微|涉农|普惠|绿色|制造业|民间|科技|贷款|线下|本级|税收/;
const LEVELS = /国家级|省级|市级|县级/;
const REST = /其他|其它|其余|剩余/;
/** Measured things, which are given out part by part. */
const MEASURED = /^(?:元|亩|公顷|公里|吨|斤|千瓦|立方米|平方米)$/;

/** The finding of the whole at the first of `figures` with the parts after it. Figures ascending, of one sentence. */
export function wrongParts(place: SentencePlace, [whole, ...rest]: readonly Quantity[]): Finding | undefined {
  const { text } = place.draft;
  if (!whole || rest.length < 2 || whole.unit === '' || whole.unit === '%' || !isExact(text, whole)) return undefined;
  // 比上年增加4000亿元，其中…: the parts may be those of what was before it.
  if (
    /(?:增加|减少|提高|增长|下降|新增|[增减比])了?(?:约)?$/.test(
      text.slice(Math.max(place.sentence.start, whole.start - 5), whole.start),
    )
  )
    return undefined;
  const parts: Quantity[] = [];
  const names: string[] = [];
  let at = whole.end;
  // 6.81万户，同比增长7.3%，其中…: how it grew stands between.
  if (rest[0]?.unit === '%' && /^[，,、](?:同比|比上年)?(?:增长|下降)$/.test(text.slice(at, rest[0].start)))
    at = rest.shift()!.end;
  for (const part of rest.slice(0, MOST_PARTS)) {
    const name = text.slice(at, part.start);
    const isNext = (parts.length === 0 ? PARTS_FOLLOW : NEXT_PART).test(name.replace(/\d{4}年/, 'Y年'));
    if (!isNext || part.unit !== whole.unit || !isExact(text, part)) break;
    parts.push(part);
    names.push(name);
    at = part.end;
  }
  if (parts.length < 2) return undefined;
  if (isComplete(place, names)) return wrongSum(text, whole, parts, 'other');
  return isExclusive(whole, names) ? wrongSum(text, whole, parts, 'more') : undefined;
}

/** The last part is the rest, all kinds are named, or every year of a five-year plan is. */
function isComplete({ draft, sentence, dates }: SentencePlace, names: readonly string[]): boolean {
  const last = names.at(-1)!;
  if (REST.test(last) && !names.some((name) => OVERLAPS.test(name))) return true;
  const years = names.map((name) => /(\d{4})年$/.exec(name)?.[1]);
  if (!years.includes(undefined)) {
    const span = dates.find(({ form, role }) => form === 'plan' && role === 'in');
    return (
      span !== undefined &&
      years.length === 5 &&
      years[0] === span.from &&
      years[4] === span.to &&
      draft.text.slice(sentence.start, sentence.end).includes('累计')
    );
  }
  return WHOLE_KINDS.some((members) => coversEach(members, names) && names.length === members.length);
}

function isExclusive(whole: Quantity, names: readonly string[]): boolean {
  if (KINDS.some((members) => coversEach(members, names))) return true;
  return (
    MEASURED.test(whole.unit) &&
    !names.some((name) => OVERLAPS.test(name) || (whole.unit !== '元' && LEVELS.test(name)))
  );
}

/** Whether every name is of one member, and no two of the same. */
function coversEach(members: readonly RegExp[], names: readonly string[]): boolean {
  const which = names.map((name) => members.findIndex((member) => member.test(name)));
  return !which.includes(-1) && new Set(which).size === which.length;
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
    return wrongSum(
      text,
      { ...three[0]!, value: 100, start: three[0]!.start, end: three[0]!.end },
      three,
      'other',
      '100%',
    );
  }
  return undefined;
}

/** Three rounded shares. */
const TOLERATED_POINTS = 0.35;
