/** Finds changes and differences that the two figures they lie between contradict, in whatever order the three are told. */
import type { Finding } from '../../../analysis/finding';
import { wholeNumeral } from '../../../text/numerals';
import { doesNotFit } from '../figureSums';
import { holdsAll, type Mention, subjectOf, wordsBefore } from './mentions';
import { contradicts, fits, isExplained, isNear, isSlipOf, type Way, withEnds } from './reckoning';

const UP = '净增长?|多增|新增|增长|增加|提高|提升|上升|上涨|攀升|扩大|增幅|升幅|涨幅|多出|高出|超出|多|高|涨|增|升';
const DOWN = '净减少?|少增|下降|减少|降低|缩小|缩短|压减|压缩|缩减|回落|下跌|降幅|减幅|跌幅|少|低|降|减|跌';
const APART = '相差|差距|差额|收支差|差|缺口|顺差|逆差';
/** A change as the last words before its figure; what stands before it is of what it is. */
const CHANGE = new RegExp(
  `^(?<before>.*?)(?:(?<up>${UP})|(?<down>${DOWN})|(?<apart>${APART}))(?:了|幅度?|率)?(?:为|达到?|约为?|是|有)?$`,
);
/** 多, 少 and the like say of a change only after what they compare with. */
const BARE = /^[多高涨增升少低降减跌]$/;
const COMPARED = /(?:^|同比|环比|净|还|则|即|[比较][^，。]{1,14}|相比)$/;
/** 至少3家, 最高5000元 */
const OTHER_WORD = /[至最不缺许很达更]$/;
const YEARLY = /年均|每年|年平均|月均|每月|平均/;
/** Rates of these are reckoned otherwise. */
const OTHER_BASIS =
  /生产总值|GDP|经济总量|增加值|产值|实际|可比|同口径|扣除|剔除|不变价|折算|名义|单位|能耗|强度|复合|人均/;
/** Of another place or of a part. */
const OTHER_SUBJECT = /累计|全国|全省|其中|占比|比重|增速|利润率|目标|计划|预期|预计|力争|任务/;

const FROM = /(?:由|从)[^，。；]*$/;
const TO =
  /(?:增长|增加|提高|提升|上升|上涨|扩大|扩展|扩充|拓展|攀升|跃升|发展|壮大|恢复|下降|减少|降低|缩小|缩减|压减|压缩|精简|优化|调整|整合|回落|缩短|下跌|增|升|降|减|扩|缩|变|改|转|涨|跌)了?(?:到了?|至|为|成)[^，。；\d]{0,12}$/;
const THEN =
  /[上去前]一?[年月](?!以来)|上季度|同期|年初|期初|原来|原有|原|过去|以前|之前|此前|[一二两三四五六七八九十\d]{1,3}年前|改造前|改革前|当时/g;
const NOW = /今年|本年|本月|本季度|目前|现在|如今|当前|现有|截[至止]|增至|达到/g;

interface Pair {
  readonly earlier: Mention;
  readonly later: Mention;
  /** Told as one change: 由31条变为28条. */
  readonly isOne: boolean;
}

const DIFFERENCE: Way = (x, y) => Math.abs(y - x);
const RATE: Way = (x, y) => (Math.abs(y - x) * 100) / x;
const SUM: Way = (x, y) => x + y;
const AS_TIMES: Way = (x, y) => Math.abs(y - x) / x;

/** The findings of one paragraph, at the change. O(n³) for n figures of a paragraph at worst; there are few. */
export function wrongChanges(mentions: readonly Mention[]): Finding[] {
  return mentions.flatMap((stated, at) => {
    const inWords = turnedInWords(stated) ?? missedDoubling(mentions, at);
    if (inWords) return [inWords];
    const said = stated.lead.length <= LONGEST_LEAD ? CHANGE.exec(stated.lead) : null;
    if (!said || !(stated.isExact || stated.isSpelled)) return [];
    const { before, up, down, apart } = said.groups as Record<string, string | undefined>;
    const word = (up ?? down ?? apart)!;
    if (OTHER_WORD.test(before!) || (BARE.test(word) && !COMPARED.test(before!))) return [];
    if (word === '新增' || OTHER_SUBJECT.test(stated.clause)) return [];
    const finding = judge(mentions, at, { before: before!, word, sign: apart ? 0 : up ? 1 : -1 });
    return finding ? [finding] : [];
  });
}

/** In UTF-16 code units. */
const LONGEST_LEAD = 40;

const GREW = /(?:增长|上升|提高)了?$/;
const FELL = /(?:下降|减少|降低)了?$/;

/** 增长3.1%，降幅比一季度扩大: the change told as one the other way in the next clause. */
function turnedInWords({
  lead,
  unit,
  start,
  end,
  place: {
    draft: { text },
    sentence,
  },
}: Mention): Finding | undefined {
  if (unit !== '%') return undefined;
  const next = /^[，,](增|降)[幅速](?:[比较]|扩大|收窄|同比|进一步)/.exec(
    text.slice(end, Math.min(sentence.end, end + 10)),
  );
  if (!next || !(next[1] === '降' ? GREW : FELL).test(lead)) return undefined;
  const said = text.slice(end + 1, end + 3);
  return { ...doesNotFit(text, said, { start, end }, { start, end }), start: end + 1, end: end + 3 };
}

/** Twice, as speakers say it. */
const NEARLY_TWICE = 1.85;

/** 由164万人次增至213万人次，实现了翻番. `at`: of the later figure. */
function missedDoubling(mentions: readonly Mention[], at: number): Finding | undefined {
  const [earlier, later] = [mentions[at - 1], mentions[at]!];
  if (!earlier || !later.place.draft.text.startsWith('，', later.end)) return undefined;
  const { text } = later.place.draft;
  const after = /^，(?:成功|如期|提前)?(?:实现|完成)?了?(?:翻番|翻一番|翻了一番)(?=[，。；])/.exec(
    text.slice(later.end, later.end + 16),
  )?.[0];
  const isPair = earlier.sentence === later.sentence && earlier.unit === later.unit && earlier.isExact && later.isExact;
  if (
    after === undefined ||
    !isPair ||
    !FROM.test(earlier.clause) ||
    !TO.test(later.lead.replace(/\d{4}年|去年|今年/, ''))
  )
    return undefined;
  if (later.value >= earlier.value * NEARLY_TWICE) return undefined;
  const end = later.end + after.length;
  const start = later.end + after.indexOf('翻');
  return { ...doesNotFit(text, text.slice(start, end), earlier, later), start, end };
}

interface Said {
  readonly before: string;
  readonly word: string;
  /** 1 for more, -1 for less, 0 for a difference without direction. */
  readonly sign: number;
}

function judge(mentions: readonly Mention[], at: number, { before, word, sign }: Said): Finding | undefined {
  const stated = mentions[at]!;
  const { text } = stated.place.draft;
  const unit = /^(?:个?百分点)$/.test(stated.unit) ? '%' : stated.unit;
  const isRate = stated.unit === '%' || stated.unit === '倍';
  if (stated.unit === '倍' && text[stated.start] === '翻') return undefined;
  const pair =
    changeBefore(mentions, at, isRate ? undefined : unit) ??
    twoTimes(mentions, at, isRate ? undefined : unit, sign === 0);
  if (!pair || (isRate && pair.earlier.unit === '%')) return undefined;
  const { earlier, later, isOne } = pair;
  const words = (mention: Mention) => wordsBefore(mentions, mentions.indexOf(mention));
  if (isOfOtherTimes(before, words(earlier), words(later), isOne)) return undefined;
  if (YEARLY.test(before)) return isOne && !isRate && sign !== 0 ? wrongYearly(stated, earlier, later) : undefined;
  const about = subjectOf(before);
  const opening = mentions.find(({ sentence }) => sentence === Math.min(earlier.sentence, later.sentence))!.place
    .sentence.start;
  const [first, second] = earlier.start < later.start ? [earlier, later] : [later, earlier];
  const told = text.slice(opening, second.start) + second.tail;
  if (about !== '' && !holdsAll(about, told)) return undefined;
  // …；存款余额增加42亿元，增长9.6%: of what was told last.
  if (about === '' && !isTold(mentions, at, [earlier, later])) return undefined;
  if (isRate && OTHER_BASIS.test(text.slice(opening, stated.start) + stated.tail)) return undefined;
  const way = stated.unit === '倍' ? AS_TIMES : isRate ? RATE : DIFFERENCE;
  const grows = later.value > earlier.value;
  const doesFit = fits(stated, earlier, later, way);
  if (doesFit && sign !== 0 && later.value !== earlier.value && grows !== sign > 0) {
    // 由31条变为28条，净增3条: the very change, told the other way round.
    const start = stated.start - (stated.lead.length - stated.lead.lastIndexOf(word));
    return withEnds({ ...doesNotFit(text, text.slice(start, stated.start), first, second), start, end: stated.end }, [
      first,
      second,
    ]);
  }
  const slack = stated.unit === '倍' ? fits(stated, earlier, later, (x, y) => y / x) : false;
  if (doesFit || slack || isExplained(mentions, stated, isRate ? [way] : [DIFFERENCE, SUM], [earlier, later]))
    return undefined;
  const right = way(earlier.value, later.value);
  if (!isNear(stated, right)) return undefined;
  // A slip of the pen says that these are its two figures; else the words must.
  const isSure =
    isOne ||
    (earlier.sentence === later.sentence && earlier.sentence === stated.sentence) ||
    isSlipOf(text, stated, right) ||
    about !== '' ||
    COMPARES.test(before);
  return isSure && grows === (sign === 0 ? grows : sign > 0)
    ? contradicts(text, stated, earlier, later, right)
    : undefined;
}

/** Told of a year before, so that both must be of the same part of their year. */
const YEAR_ON_YEAR = /同比|同期/;
const PART_OF_YEAR = /\d月|[上下]半年|季度|月[底末]|前[^，。]{1,5}个?月|截至|截止/;
const POINT_OF_YEAR = /年初|年末|年底|[上去]年[底末]|期末|期初|上月|上季/;

/** 上年末3200亿元，今年5月末3360亿元，同比增长8.6%: not from the one to the other. */
function isOfOtherTimes(before: string, earlier: string, later: string, isOne: boolean): boolean {
  const isSamePart = /同期/.test(earlier);
  if (YEAR_ON_YEAR.test(before) && !isSamePart && (POINT_OF_YEAR.test(earlier) || PART_OF_YEAR.test(earlier)))
    return true;
  if (PART_OF_YEAR.test(later) && !isSamePart && !isOne) return !/全年|年初|年末|年底|环比|上月|上季/.test(before);
  return false;
}

const YEAR = /(\d{4})年/;
const YEARS_SAID = /([两二三四五六七八九十\d]{1,2})年[间来内]?[^，。；]{0,4}$/;

/** 从2013年的8320元增加到2017年的12480元，四年间年均增加1540元. */
function wrongYearly(stated: Mention, earlier: Mention, later: Mention): Finding | undefined {
  const years = Number(YEAR.exec(later.lead)?.[1]) - Number(YEAR.exec(earlier.clause)?.[1]);
  const said = YEARS_SAID.exec(stated.lead.slice(0, stated.lead.search(YEARLY)))?.[1];
  const told = said === undefined ? years : wholeNumeral(said);
  // 前两年年均: of a part of the years.
  if (!(years > 1) || (told !== years && told !== years + 1)) return undefined;
  // From 2013 to 2017 some count five years.
  const ways = [years, years + 1].map(
    (n): Way =>
      (x, y) =>
        Math.abs(y - x) / n,
  );
  if (ways.some((way) => fits(stated, earlier, later, way))) return undefined;
  const right = ways[0]!(earlier.value, later.value);
  return isNear(stated, right) && Math.abs(stated.value / right - 1) > TOLERANCE
    ? contradicts(stated.place.draft.text, stated, earlier, later, right)
    : undefined;
}

/** Averages are rounded freely. */
const TOLERANCE = 0.05;

/** Whether nothing with a subject of its own stands between the two figures and what is said of them. */
function isTold(mentions: readonly Mention[], at: number, [earlier, later]: readonly [Mention, Mention]): boolean {
  const from = Math.max(mentions.indexOf(earlier), mentions.indexOf(later));
  if (from > at) return true;
  const { text } = mentions[at]!.place.draft;
  if (/[；;]/.test(text.slice(mentions[from]!.end, mentions[at]!.start))) return false;
  return mentions.slice(from + 1, at).every(({ lead, unit }) => {
    const said = CHANGE.exec(lead)?.groups;
    return said !== undefined ? subjectOf(said.before ?? '') === '' : unit !== mentions[from]!.unit;
  });
}

const COMPARES = /同比|环比|^[比较]/;

/** What is balanced against each other. */
const BALANCE = [
  [/收入/, /支出/],
  [/出口/, /进口/],
  [/最高/, /最低/],
] as const;
/** Lengths of time and ages change, but nothing is reckoned from two of them that are told beside each other. */
const NO_LEVEL = /^(?:年|岁|个月|天|位|届|%)$/;

function isLevel({ lead, unit, isSpelled }: Mention): boolean {
  return !isSpelled && !(unit === '%' && /占|率$/.test(lead)) && !CHANGE.test(lead);
}

/** The last change from one figure to another before the mention, in its sentence or the one before. */
function changeBefore(mentions: readonly Mention[], at: number, unit: string | undefined): Pair | undefined {
  const stated = mentions[at]!;
  for (let i = at - 1; i > 0; i--) {
    const [earlier, later] = [mentions[i - 1]!, mentions[i]!];
    if (later.sentence < stated.sentence - 1) return undefined;
    const isOne =
      earlier.sentence === later.sentence &&
      earlier.unit === later.unit &&
      earlier.isExact &&
      later.isExact &&
      (FROM.test(earlier.clause) || lastTime(earlier.clause) === 'then') &&
      TO.test(later.lead.replace(/\d{4}年/, ''));
    if (isOne) return unit === undefined || unit === later.unit ? { earlier, later, isOne } : undefined;
    if (unit === undefined ? later.unit !== '%' : later.unit === unit) return undefined;
  }
  return undefined;
}

/** The only two figures of a kind in the sentence, or in it and the one before, where the one is of an earlier time. */
function twoTimes(
  mentions: readonly Mention[],
  at: number,
  unit: string | undefined,
  isApart: boolean,
): Pair | undefined {
  const stated = mentions[at]!;
  const near = mentions.filter(
    (other, i) =>
      i !== at && isLevel(other) && other.sentence <= stated.sentence + 1 && other.sentence >= stated.sentence - 1,
  );
  const kind = unit ?? near.filter((other) => other.start < stated.start && other.unit !== '%').at(-1)?.unit;
  if (
    kind === undefined ||
    (NO_LEVEL.test(kind) && !(kind === '天' && /天数/.test(stated.lead))) ||
    stated.unit.endsWith('百分点')
  )
    return undefined;
  const alike = near.filter((other) => other.unit === kind);
  const own = alike.filter(({ sentence }) => sentence === stated.sentence);
  const two = own.length >= 2 ? own : alike;
  const [a, b] = two;
  if (!a || !b || two.length !== 2 || !a.isExact || !b.isExact || a.value === b.value) return undefined;
  const [words, others] = [a, b].map((one) => wordsBefore(mentions, mentions.indexOf(one))) as [string, string];
  // 收入…，支出…，相差: two things of one time.
  if (isApart) {
    const isBalance = BALANCE.some(
      ([one, other]) => (one.test(words) && other.test(others)) || (other.test(words) && one.test(others)),
    );
    return own.length === 2 && isBalance ? { earlier: a, later: b, isOne: false } : undefined;
  }
  const times = [lastTime(words), lastTime(others)];
  const isFirstThen = times[0] === 'then' && times[1] !== 'then';
  const isSecondThen = times[1] === 'then' && times[0] !== 'then';
  if (!isFirstThen && !isSecondThen) return /环比|上月/.test(stated.lead) ? byMonth(words, others, a, b) : undefined;
  const about = subjectOf(others);
  if (about !== '' && !holdsAll(about, words + a.tail)) return undefined;
  return isFirstThen ? { earlier: a, later: b, isOne: false } : { earlier: b, later: a, isOne: false };
}

/** 7月份…45件，6月份…60件 */
function byMonth(words: string, others: string, a: Mention, b: Mention): Pair | undefined {
  const month = (of: string) => [...of.matchAll(/(?<![\d.])(\d{1,2})月份?(?!\d)/g)].at(-1)?.[1];
  const [first, second] = [Number(month(words)), Number(month(others))];
  if (!first || !second || first === second) return undefined;
  return first < second ? { earlier: a, later: b, isOne: false } : { earlier: b, later: a, isOne: false };
}

/** What the last word of time in a stretch says. */
function lastTime(words: string): 'then' | 'now' | undefined {
  const then = [...words.matchAll(THEN)].at(-1)?.index ?? -1;
  const now = [...words.matchAll(NOW)].at(-1)?.index ?? -1;
  if (then < 0 && now < 0) return undefined;
  return then > now ? 'then' : 'now';
}
