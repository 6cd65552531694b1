/** Finds averages, prices and yields that do not go with the total and the count they stand between, whichever comes last. */
import type { Finding } from '../../../analysis/finding';
import { wholeNumeral } from '../../../text/numerals';
import { holdsAll, type Mention, subjectOf } from './mentions';
import { contradicts, isNear, isSlipOf } from './reckoning';

/** 每班, 户均, 平均每名…: what there is one of, and what is told of it. */
const EACH =
  /(?:每(?:个|名|位)?(?<each>[人户村亩班家所份校镇乡县支台辆场次件套天月])|(?<of>[人户村亩班校镇乡县场次日月])均)(?<what>[^，。；\d]{0,12})$/;
const YIELD = /(?:亩产|单产)(?:达到?|为|约|按)?$/;
/** What is counted in these, by its unit or by what follows 个. */
const COUNTED: Readonly<Record<string, RegExp>> = {
  人: /^人/,
  户: /^户/,
  村: /^(?:村|个\p{Script=Han}{0,4}村)/u,
  亩: /^亩/,
  班: /^个?班/,
  家: /^家/,
  所: /^所/,
  份: /^份/,
  校: /^所/,
  镇: /^个?镇/,
  乡: /^个?乡镇?/,
  县: /^个?县/,
  支: /^支/,
  台: /^台/,
  辆: /^辆/,
  场: /^场/,
  次: /^次/,
  件: /^件/,
  套: /^套/,
  天: /^天/,
  日: /^天/,
  月: /^个月/,
};
const TOTAL = /[总共计]|累计|年产|产出|联系|服务|收入|发放|补助|投入|筹集|需要?|要|达|下来|招/;
/** Averages are rounded freely. */
const TOLERANCE = 0.04;
/** 人均收入 is reckoned otherwise than over the people told. */
const OTHER_BASIS = /可支配|生产总值|GDP|纯收入|预期|寿命|工资|占有|面积|标准|不低于|最高|上限|补贴标准/;
/** 每人每天60元: over people and days. */
const OF_THREE = /每\p{Script=Han}{1,3}每|[人户村]均每/u;
const OVER_TIME = /为期|连续\d+天|\d+个月/;
/** A part of the total so far. */
const SO_FAR = /首批|已发放|已拨付|已兑现|已下达|已支付|目前|先期|预拨|第一批/;
const IN_ALL = /共|总|合计|需|计|下来|可达|产量/;
const CHANGED = /(?:增长|增加|提高|下降|减少|同比|比上年)[^，。；]{0,4}$/;
const NO_TOTAL = /(?:增长|增加|提高|下降|减少|同比|比上年|每|均|单价|按|超过?)[^，。；]{0,4}$/;

/** The findings of one paragraph, at the last of the three. O(n³) for n figures of a paragraph at worst; there are few. */
export function wrongAverages(mentions: readonly Mention[]): Finding[] {
  return mentions.flatMap((each, at) => {
    if (!each.isExact || /^(?:%|倍|年|岁|个?百分点|个月|天)$/.test(each.unit)) return [];
    const said = EACH.exec(each.lead) ?? YIELD.exec(each.lead);
    if (!said || OTHER_BASIS.test(each.clause) || OF_THREE.test(each.clause)) return [];
    const { each: one, of, what = '' } = said.groups ?? {};
    const pattern = COUNTED[one ?? of ?? '亩'];
    const near = mentions.filter((other, i) => i !== at && Math.abs(other.sentence - each.sentence) <= 1);
    const counts = near.filter((other) => pattern?.test(other.unit + other.tail) && !CHANGED.test(other.lead));
    const totals = near.filter(
      (other) => other.unit === each.unit && !counts.includes(other) && !NO_TOTAL.test(other.lead),
    );
    const [total] = totals;
    const [count = total && spelledDays(one ?? of, total)] = counts;
    if (!count || !total || counts.length > 1 || totals.length !== 1 || !isWhole(count) || !total.isExact) return [];
    if (count.value < 2 || total.value < each.value || !isOfOneThing(what, each, total)) return [];
    // 32个行政村和5个社区: of both.
    if (
      /^[^，。；\d]{0,8}[和、及与]$/.test(
        each.place.draft.text.slice(count.end, mentions[mentions.indexOf(count) + 1]?.start),
      )
    )
      return [];
    const ofWhom = subjectOf(each.lead.slice(0, said.index));
    if (
      ofWhom !== '' &&
      each.start > Math.min(count.start, total.start) &&
      !holdsAll(ofWhom, count.clause + count.tail + total.clause)
    )
      return [];
    const right = total.value / count.value;
    if (!isNear(each, right)) return [];
    const slack = (each.high - each.low) / 2 + (total.high - total.low) / 2 / count.value + right * TOLERANCE;
    if (Math.abs(right - each.value) <= slack + roundedToOne(each)) return [];
    const { text } = each.place.draft;
    const last = [each, count, total].sort((a, b) => a.start - b.start)[2]!;
    const isSure = each.sentence === total.sentence && (ofWhom === '' || last !== each);
    if (last === total) {
      const should = each.value * count.value;
      return isSure || isSlipOf(text, total, should) ? [contradicts(text, total, each, count, should)] : [];
    }
    return isSure || isSlipOf(text, each, right) ? [contradicts(text, each, total, count, right)] : [];
  });
}

const DAYS = /([二三四五六七八九十]{1,3})天[^，。；\d]*$/;

/** 十天累计26万人次: the days of a total. */
function spelledDays(each: string | undefined, total: Mention): Mention | undefined {
  const said = each === '天' || each === '日' ? DAYS.exec(total.lead) : null;
  const value = said ? wholeNumeral(said[1]!) : undefined;
  if (!said || value === undefined) return undefined;
  const start = total.start - total.lead.length + said.index;
  return { ...total, start, end: start + said[1]!.length + 1, value, low: value, high: value, unit: '天', tail: '' };
}

/** In digits, or spelled as a whole number: 十天. */
function isWhole({ isExact, place, start, end }: Mention): boolean {
  return isExact || /^[一二三四五六七八九十百]+(?:天|个月|人|户|村|家|场)$/.test(place.draft.text.slice(start, end));
}

/** 户均增收2000元 beside 总投资: of another sum. */
function isOfOneThing(what: string, each: Mention, total: Mention): boolean {
  if (SO_FAR.test(total.clause) || /增加|增收|提高/.test(what)) return false;
  if (OVER_TIME.test(each.place.draft.text.slice(each.place.sentence.start, each.place.sentence.end))) return false;
  if (each.start < total.start && !IN_ALL.test(total.clause)) return false;
  const about = subjectOf(what);
  if (about !== '') return holdsAll(about, total.clause + total.tail);
  return TOTAL.test(total.clause) || each.sentence === total.sentence;
}

/** A whole number of what is counted. */
function roundedToOne({ unit, value }: Mention): number {
  if (!Number.isInteger(value)) return 0;
  return /^(?:元|公斤)$/.test(unit) || value < 20 ? 0.5 : 1;
}
