/** Finds shares, rates of completion and rests that the figures before them contradict. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import { findQuantities, type Quantity } from '../../text/quantities';
import { precisionOf } from './figurePrecision';
import { isExact, outside } from './figureSums';

type Form = (place: SentencePlace, three: readonly Quantity[], one: string, two: string) => Finding | undefined;

const THRESHOLD = /\d[\d.]*[万亿]{0,2}(?:元|人|岁|年|亩|吨|公里|平方米|千瓦|%|级)(?:及?以[上下]|以内)的?/g;

/** 集体收入20万元以上的村: what the figure is said of is among what is counted. */
export function isThreshold({ draft: { text } }: SentencePlace, { end }: Quantity): boolean {
  return /^(?:及?以[上下]|以内)的?\p{Script=Han}/u.test(text.slice(end, end + 6));
}

function withoutThresholds(words: string): string {
  return words.replace(THRESHOLD, '');
}

/** Three figures of a sentence that follow each other but for thresholds, the third said of the two before it. */
export function wrongRelation(place: SentencePlace, three: readonly Quantity[]): Finding | undefined {
  const [a, b, c] = three as [Quantity, Quantity, Quantity];
  const { text } = place.draft;
  if (!three.every((figure) => isExact(text, figure))) return undefined;
  const [one, two] = [text.slice(a.end, b.start), text.slice(b.end, c.start)].map(withoutThresholds) as [
    string,
    string,
  ];
  if (a.unit !== b.unit || a.unit === '' || a.unit === '%') return undefined;
  if (c.unit !== '%') return rest(place, three, one, two);
  return (
    share(place, three, one, two) ??
    completion(place, three, one, two) ??
    shareOfNamed(place, three, one, two) ??
    rateOfWhatWasDone(place, three, one, two)
  );
}

const SHARE_BETWEEN =
  /^[^。；;]{0,30}[，,（(]其中[，,：:]?[^，。；、其]{1,20}$|^[^，。；\d]{0,12}中[，,]?有?[^，。；、\d]{0,16}$/;
const OF_ALL =
  '(?:(?:总|全部|总体|全体|整个)?(?:数|量|数量|总数|总量|总额|人数|总人数|户数|金额|面积|里程|人口)?的?(?:比重|比例|比)?)';
export const SHARE = new RegExp(
  `^[^，。；\\d]{0,10}[，,（(]?占(?:比|${OF_ALL})(?:达到?|为|是)?$|^[，,]?占比?(?:达到|达|为)?$`,
);

/** 耕地51.2万亩，已建成高标准农田38.5万亩，占75.2%: of what else than the figure before it? */
const PART_AFTER = /^[，,](?!.*(?:增|减|比|新|超|同|每|年))[^，。；、\d]{2,16}$/;
const BARE_SHARE = /^[，,]占(?:比)?(?:达到?|为)?$/;

/** 420家，其中高新技术企业105家，占比35%. */
const share: Form = (place, [whole, part, stated], one, two) =>
  ((SHARE_BETWEEN.test(one) || (PART_AFTER.test(one) && BARE_SHARE.test(two) && part!.value < whole!.value)) &&
    SHARE.test(withoutPlace(place, whole!, two))) ||
  (PART_AFTER.test(one) &&
    part!.value < whole!.value &&
    isNamedShare(one, two) &&
    !/^.{0,2}按|口径/.test(place.draft.text.slice(stated!.end, stated!.end + 12)))
    ? shareOf(place, whole!, part!, stated!)
    : undefined;

const NAMED_SHARE = /^[，,](\p{Script=Han}{2,6})(?:占比|强度)(?:达到?|为|是)?$/u;

/** 营业收入31.2亿元，投入研发经费2.1亿元，研发投入占比…: the share is named after the part, by words it has. */
function isNamedShare(part: string, share: string): boolean {
  const words = NAMED_SHARE.exec(share)?.[1]?.match(/../gu) ?? [];
  return words.length > 0 && words.every((word) => part.includes(word));
}

/** 占全局总人数 where the whole is that of 全局 too. */
function withoutPlace({ draft: { text }, sentence }: SentencePlace, whole: Quantity, words: string): string {
  const named = /占(全(?:系统|公司|集团|\p{Script=Han}))/u.exec(words)?.[1];
  const before = text.slice(Math.max(sentence.start, whole.start - 30), whole.start);
  return named !== undefined && before.includes(named) ? words.replace(named, '') : words;
}

export function shareOf(place: SentencePlace, whole: Quantity, part: Quantity, stated: Quantity): Finding | undefined {
  return isShareOfAnother(place, part, stated)
    ? undefined
    : outside(place.draft.text, stated, { figures: [whole, part], ways: [(x, y) => (y * 100) / x] });
}

/** 教师412人，其中专任教师356人；专任教师中有博士学位的158人，占44.4%: of another count of the sentence it is the share. */
function isShareOfAnother(
  { draft: { text }, sentence, dates }: SentencePlace,
  part: Quantity,
  stated: Quantity,
): boolean {
  const place = precisionOf(stated, text.slice(stated.start, stated.end));
  return findQuantities(text, { start: sentence.start, end: part.start }, dates).some(
    ({ unit, value }) => unit === part.unit && Math.abs((part.value * 100) / value - stated.value) <= place,
  );
}

const PLANNED = /(?:计划|任务|目标|指标|预算|总投资|概算|安排|下达)[^，。；\d]{0,14}$/;
const DONE =
  '(?:完成|实现|到位|支出|投入|拨付|收缴|发放|新增|开工|建成|改造|落实|整改|销号|办结|化解|脱贫|使用|种植|入库|征收|交付|投放)';
const DONE_BETWEEN = new RegExp(
  `^[^，。；;\\d]{0,12}[，,、（(；;](?:其中)?[^，。；;]{0,18}?${DONE}[^，。；\\d]{0,10}$`,
);
const PLAN =
  '(?:全年|年度|年初|今年|当年|省定|市定|上级|下达|既定|目标|计划|任务|投资|预算|总投资|进度|指标|收入|支出|数|量|总|的)';
const OF_PLAN = new RegExp(
  `^[^，。；\\d]{0,10}[，,、（(](?:已|约|仅|即)?(?:占|完成|达到?|为|实现)(?:了)?${PLAN}{1,8}(?:比重|比例)?(?:达到?|为)?$`,
);
const COMPLETION_RATE =
  /^[^，。；\d]{0,10}[，,、（(](?:年度|全年|任务|计划|目标|投资|预算|资金)*(?:完成率|完成比例|到位率|支付率|支出进度|执行率|执行进度|完成进度|开工率|占比|占)(?:为|达到?|是)?$/;

/** 计划投资50亿元，已完成38亿元，占年度计划的76%. */
const completion: Form = (place, [plan, done, stated], one, two) => {
  const { text } = place.draft;
  const before = text.slice(Math.max(place.sentence.start, plan!.start - 24), plan!.start);
  if (!PLANNED.test(before) || !DONE_BETWEEN.test(one)) return undefined;
  // 总投资50亿元，今年完成8亿元，完成年度计划的80%: of another plan.
  if (/总投资|概算|总规模/.test(before) && /年度|全年|今年|当年/.test(one + two)) return undefined;
  return OF_PLAN.test(two) || COMPLETION_RATE.test(two) ? shareOf(place, plan!, done!, stated!) : undefined;
};

const OF_NAMED = new RegExp(
  `^[^，。；\\d]{0,10}[，,、（(]?(?:已|仅)?(?:占|完成|覆盖|为|达到?|是)(?:全部|全[市县区省乡镇村]|${PLAN}|总数|总量|[^，。；\\d]{2,8}总数)*[（(]?$`,
);

/** 已完成38亿元，占年度计划50亿元的76%. */
const shareOfNamed: Form = (place, [part, whole, stated], one, two) =>
  OF_NAMED.test(one) && /[占计任目总覆预]/.test(one) && /^[^，。；\d]{0,6}[）)]?的$/.test(two)
    ? shareOf(place, whole!, part!, stated!)
    : undefined;

const RATE = /^[^，。；、\d]{0,10}[，,、（(](\p{Script=Han}{2,8})[率面](?:为|达到?|是|达)?$/u;
/** 截至8月底 */
const MONTH = /\d{1,2}月/;
/** What a rate is named after that is no part of what comes before it. */
const OTHER_RATE = /满意|增长|提高|收益|利用|毛利|及时|按期|按时/;

/** 排查1530起，化解1484起，化解率97%. */
const rateOfWhatWasDone: Form = (place, [whole, part, stated], one, two) => {
  const name = RATE.exec(two)?.[1];
  if (name === undefined || OTHER_RATE.test(name)) return undefined;
  const done = name.slice(-2);
  const before = place.draft.text.slice(Math.max(place.sentence.start, whole!.start - 20), whole!.start);
  const subject = name.slice(0, -2);
  if (!one.replace('收回', '回收').includes(done) || !/^[^。；;\d]{0,24}$/.test(one.replace(MONTH, '')))
    return undefined;
  if (subject !== '' && !before.includes(subject) && !one.includes(subject)) return undefined;
  return part!.value <= whole!.value ? shareOf(place, whole!, part!, stated!) : undefined;
};

const REST =
  /^[^，。；\d]{0,10}[，,、（(；;](?:目前|现在?|仅)?(?:还剩下?|剩余|剩下|尚剩下?|仍剩下?|尚余|还余|余下|仅剩|结余)[^，。；\d]{0,12}$/;
const REST_UNDONE = /^[^，。；\d]{0,10}[，,、（(；;](?:目前)?(?:还有|尚有|仍有)[^，。；\d]{0,4}$/;
const UNDONE = /^[^，。；\d]{0,8}(?:尚未|还未|未|没有)(?:完成|整改|脱贫|办结|化解|销号|改造|开工|解决|支出|通)/;
const DONE_OF_IT = new RegExp(
  `^[^，。；;\\d]{0,12}[，,、（(；;][^，。；;]{0,16}?(?:已经?|累计|${DONE}|拆除|解决|摘帽|退出|关闭|兑付)[^，。；\\d]{0,10}$`,
);

/** 还有45个正在推进, 正在办理38条: no more can be under way than are left. */
const UNDER_WAY = /^[^，。；\d]{0,8}正在\p{Script=Han}{2,4}(?=[，。；！]|$)/u;
const UNDER_WAY_FIRST =
  /^[^，。；\d]{0,10}[，,、（(；;](?:目前)?正在(?:整改|办理|推进|协调|解决|建设|施工|化解|处理|跟进|攻坚)(?:的)?(?:有)?$/;

/** 6.2万人，累计脱贫5.4万人，还剩0.8万人. */
function rest(place: SentencePlace, [whole, done, left]: readonly Quantity[], one: string, two: string) {
  const { text } = place.draft;
  if (left!.unit !== whole!.unit || !DONE_OF_IT.test(one)) return undefined;
  const isUndone = REST_UNDONE.test(two) && UNDONE.test(text.slice(left!.end, place.sentence.end));
  const isUnderWay =
    UNDER_WAY_FIRST.test(two) || (REST_UNDONE.test(two) && UNDER_WAY.test(text.slice(left!.end, place.sentence.end)));
  if (!REST.test(two) && !isUndone && !(isUnderWay && left!.value > whole!.value - done!.value)) return undefined;
  return outside(text, left!, { figures: [whole!, done!], ways: [(x, y) => x - y] });
}
