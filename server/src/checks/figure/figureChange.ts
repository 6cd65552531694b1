/** Finds rates and amounts of change that the figures before and after contradict: 由20亿元增加到23亿元，增长12%. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { contradiction, doesNotFit, isExact, outside } from './figureSums';

/** Growth of these is counted at constant prices, of others on another basis. */
const OTHER_BASIS = /生产总值|GDP|经济总量|增加值|产值|实际|可比|同口径|扣除|剔除|不变价|折算|名义|单位能耗/;
const REACH = 40;

const LAST_TIME = '(?:(?:上|去|前)(?:一)?年(?:同期|同季|底|末)?|\\d{4}年(?:同期|底|末)?|同期|年初|上年同期|上季度末?)';
/** 14亿元，同比增长40%，比去年同期的: the rate may stand between. */
const COMPARED_WITH = new RegExp(
  `^(?:[，,](?:同比)?(?:增长|下降)[\\d.]{1,6}%)?[^，。；]{0,6}[，,]?(?:同)?(?:比|较)(?:${LAST_TIME})?(?:同期)?(?:的|时的)?$`,
);
const UP_OR_DOWN = '(?:增长|增加|提高|提升|上升|扩大|上涨|增|多|下降|减少|降低|缩小|压减|少|降|减)';
const GROWS = new RegExp(`^[，,]?(?:同比|净|多)?(?:${UP_OR_DOWN}(?:了)?|[多高]出了?)$`);
const FROM = /(?:由|从)[^，。；]{0,20}?$/;
/** 2020年的6.0亿元增加到…, without 由. */
const FROM_TIME = /(?:[年底末初期]的|年初|上年|去年|同期)$/;
const TO =
  /^[^，。；\d]{0,6}?(?:逐步|大幅|稳步|快速|已|进一步)?(?:增长|增加|提高|提升|上升|扩大|扩展|扩充|拓展|攀升|跃升|上涨|恢复|发展|壮大|下降|减少|降低|缩小|缩减|压减|压缩|回落|缩短|增|升|降|减|扩)了?[到至为](?:[^，。；]{0,10}的)?$/;
/** 五年累计, 比2020年, 较上年同期: nothing that could be another subject. */
const OVER_TIME =
  '(?:[二两三四五六七八九十]年[来间]?|期间|(?:比|较)(?:上|去|前|\\d{4})?(?:年|同期|一年|年初|年底|年末|年同期|规划初)?|累计|共|总共|实现|同比|一年){0,3}';
const DOUBLED = /^[^，。；\d]{0,6}[，,、（(](?:累计|实现|总体|五年)?$/;
const GROWS_BY = new RegExp(
  `^[^，。；\\d]{0,6}[，,、（(]${OVER_TIME}(年均|年平均|每年)?(?:累计|共|净|同比|平均)?(?:${UP_OR_DOWN}(?:了|幅度?达?到?|幅度?为|率为|率达)?|增[幅速]为?达?到?|[升降]幅为?达?到?)$`,
);
const FALLS =
  /下降|减少|降低|缩小|缩减|压减|压缩|回落|缩短|[降减]了?[到至为]|[，,](?:同比|净)?[降减少](?:了)?$|[降减]幅/;
const OF_THIS = /占比|比重|其中|利润率|增速|全国|全省/;

/** A before, B after and the change, in the orders that drafts use; the three figures follow each other. */
export function wrongChange(place: SentencePlace, three: readonly Quantity[]): Finding | undefined {
  const [a, b, by] = three as [Quantity, Quantity, Quantity];
  const { text } = place.draft;
  if (by.start - a.end > 2 * REACH) return undefined;
  const [one, two] = [text.slice(a.end, b.start), text.slice(b.end, by.start)];
  return (
    comparedWith(place, three, one, two) ??
    fromTo(place, three, one, two) ??
    thisYearAfterLast(place, three, one, two) ??
    lastYearAfterThis(place, three, one, two) ??
    turnedRound(place, three, one, two) ??
    lastYearAtTheEnd(place, three, one, two) ??
    rateBefore(place, three, one, two) ??
    amountAndRate(place, three, one, two) ??
    multiple(place, three, one, two)
  );
}

type Triple = readonly Quantity[];
type Form = (place: SentencePlace, three: Triple, one: string, two: string) => Finding | undefined;

/** 48亿元，同比增长20%，比上年的40亿元多10亿元: past the rate. */
export function wrongComparison(place: SentencePlace, [now, rate, last, by]: readonly Quantity[]): Finding | undefined {
  if (!now || !last || !by || rate?.unit !== '%' || by.start - now.end > 2 * REACH) return undefined;
  const { text } = place.draft;
  return comparedWith(place, [now, last, by], text.slice(now.end, last.start), text.slice(last.end, by.start));
}

/** 48亿元，比上年的40亿元增长12%. */
const comparedWith: Form = (place, [a, b, by], one, two) => {
  if (!COMPARED_WITH.test(one) || !GROWS.test(two)) return undefined;
  return wrongDifference(place, by!, [b!, a!], FALLS.test(two) ? -1 : 1);
};

/** 由60%提高到65%，提高4个百分点; 由2020年的40亿元增至2025年的58亿元，年均增长9%. */
const fromTo: Form = (place, [a, b, by], one, two) => {
  const { text } = place.draft;
  const said = GROWS_BY.exec(two) ?? (text[by!.start] === '翻' ? DOUBLED.exec(two) : null);
  const before = text.slice(Math.max(place.sentence.start, a!.start - REACH), a!.start);
  if (!said || !TO.test(one) || !(FROM.test(before) || FROM_TIME.test(before)) || OF_THIS.test(two)) return undefined;
  const sign = FALLS.test(two) ? -1 : 1;
  // 由40降至30，增长…: told of something else.
  if (sign < 0 !== FALLS.test(one)) return undefined;
  if (said[1] === undefined) return wrongDifference(place, by!, [a!, b!], sign);
  if (![a, b, by].every((figure) => isExact(text, figure!))) return undefined;
  if (by!.unit !== '%' || a!.unit === '%' || a!.unit !== b!.unit || isOfOtherBasis(place, a!, by!)) return undefined;
  const named = yearIn(one) - yearIn(before);
  const years = named > 0 ? named : spelledYears(text.slice(place.sentence.start, a!.start));
  if (!(years > 0)) return undefined;
  // From 2015 to 2024 some count nine years of growth and some ten.
  const counted = named > 0 ? [years, years + 1] : [years, years - 1, years + 1];
  const ways = counted.map((n) => (x: number, y: number) => sign * ((y / x) ** (1 / n) - 1) * 100);
  return outside(text, by!, { figures: [a!, b!], ways });
};

const LAST_IS = new RegExp(`${LAST_TIME}[^，。；\\d]{0,8}$`);
const THIS_IS =
  /^[^，。；\d]{0,4}[，,；](?:而)?(?:今年|本年|目前|现在|如今|截至[^，。；]{1,8}|\d{4}年)(?:同期|上半年|前[一二三]个?季度|底|末)?(?:已|则)?(?:增[长加]|提高|上升|下降|减少)?[到至]?(?:达到?|为|是)?$/;

/** 去年同期为80万件，今年为96万件，增长25%. */
const thisYearAfterLast: Form = (place, [a, b, by], one, two) => {
  const { text } = place.draft;
  const before = text.slice(Math.max(place.sentence.start, a!.start - 20), a!.start);
  if (!LAST_IS.test(before) || !THIS_IS.test(one) || !GROWS_BY.test(two) || /年均|年平均|每年/.test(two))
    return undefined;
  return wrongDifference(place, by!, [a!, b!], FALLS.test(two) ? -1 : 1);
};

const LAST_WAS = new RegExp(
  `^[，,](?:而|比)?(?:在)?(?:${LAST_TIME}(?:同期)?|[一两二三四五六七八九十]年前|改革前|以前|之前|此前)(?:还)?(?:仅|只)?(?:为|是|有)?$`,
);
const THEN_GREW = new RegExp(`^[，,](?:同比|比上年|比去年)?(?:实现)?${UP_OR_DOWN}了?$`);

/** 43%，而三年前只有31%，提高了12个百分点. */
const lastYearAfterThis: Form = (place, [now, last, by], one, two) => {
  if (!LAST_WAS.test(one) || !THEN_GREW.test(two)) return undefined;
  return wrongDifference(place, by!, [last!, now!], FALLS.test(two) ? -1 : 1);
};

/** 由32微克降至28微克，同比上升12.5%: the very change, told the other way round. */
const turnedRound: Form = (place, [a, b, by], one, two) => {
  const { text } = place.draft;
  const said = GROWS_BY.exec(two);
  const before = text.slice(Math.max(place.sentence.start, a!.start - REACH), a!.start);
  if (!said || said[1] !== undefined || !TO.test(one) || !(FROM.test(before) || FROM_TIME.test(before)))
    return undefined;
  if (FALLS.test(two) === FALLS.test(one) || by!.unit !== '%' || a!.unit !== b!.unit || /^[%]?$/.test(a!.unit))
    return undefined;
  if (![a, b, by].every((figure) => isExact(text, figure!)) || OF_THIS.test(two)) return undefined;
  const change = ((b!.value - a!.value) * 100) / a!.value;
  if (Math.abs(Math.abs(change) - by!.value) > AS_WRITTEN || FALLS.test(one) !== change < 0) return undefined;
  const start = b!.end + two.search(UP_OR_DOWN_WORD);
  return { ...doesNotFit(text, text.slice(start, by!.start), a!, b!), start, end: by!.end };
};

const UP_OR_DOWN_WORD = new RegExp(`${UP_OR_DOWN}|[升降增]`);
/** In percentage points: a rate given with one place. */
const AS_WRITTEN = 0.06;

const GROWTH_FIRST = new RegExp(
  `^[^，。；\\d]{0,6}[，,、（(]?(?:同比|比上年|比去年|较上年|较去年|比上年同期|比去年同期|较上年同期|较去年同期)?(?:同期)?${UP_OR_DOWN}(?:了)?$`,
);
const LAST_GIVEN = new RegExp(`^[，,（(](?:而|其中)?${LAST_TIME}(?:同期)?(?:仅|只)?(?:为|是|有|完成|实现)?$`);

/** 96万件，同比增长25%，去年同期为80万件. */
const lastYearAtTheEnd: Form = (place, [now, by, last], one, two) => {
  if (!GROWTH_FIRST.test(one) || !LAST_GIVEN.test(two)) return undefined;
  return wrongDifference(place, by!, [last!, now!], FALLS.test(one) ? -1 : 1);
};

const RATE_SAID = new RegExp(`${UP_OR_DOWN}了?$`);
const THAT_IS = /^[^，。；\d]{0,2}[，,、（(](?:即|也就是|也即)?(?:由|从)(?:[^，。；]{0,10}的)?$/;

/** 下降14.3%，即由14人减少到12人. */
const rateBefore: Form = (place, [by, a, b], one, two) => {
  const { text } = place.draft;
  const said = RATE_SAID.exec(text.slice(Math.max(place.sentence.start, by!.start - 6), by!.start));
  if (!said || !THAT_IS.test(one) || !TO.test(two)) return undefined;
  if (/年均|年平均/.test(text.slice(Math.max(place.sentence.start, by!.start - 8), by!.start))) return undefined;
  const sign = FALLS.test(said[0]) || /^[降减少]/.test(said[0]) ? -1 : 1;
  return sign < 0 === FALLS.test(two) ? wrongDifference(place, by!, [a!, b!], sign) : undefined;
};

const AMOUNT_FIRST =
  /^[，,](?:同比|比上年|比去年|较上年|较去年|比年初|较年初|比上年同期|比去年同期|较上年同期|较去年同期|同比净|较上年末|比上年末)(?:净)?(增长|增加|增|多增|减少|下降|减)(?:了)?$/;
const THEN_RATE = /^[，,、](?:同比)?(?:增长|增加|增幅|下降|减少|降幅)(?:了|为|达到?)?$/;

/** 23亿元，比上年增加3亿元、增长15%. */
const amountAndRate: Form = (place, [now, by, rate], one, two) => {
  const said = AMOUNT_FIRST.exec(one);
  if (![now, by, rate].every((figure) => isExact(place.draft.text, figure!))) return undefined;
  if (!said || said[1] === '多增' || !THEN_RATE.test(two)) return undefined;
  if (now!.unit !== by!.unit || now!.unit === '%' || now!.unit === '' || rate!.unit !== '%') return undefined;
  const sign = /[减降]/.test(said[1]!) ? -1 : 1;
  if (sign < 0 !== /[减降]/.test(two) || isOfOtherBasis(place, now!, rate!)) return undefined;
  const ways = [(x: number, y: number) => (y * 100) / (x - sign * y)];
  return outside(place.draft.text, rate!, { figures: [now!, by!], ways });
};

const IS_OF = new RegExp(`^[^，。；\\d]{0,4}[，,]?(?:是|为|相当于|约为|达到)${LAST_TIME}(?:同期)?的?$`);

/** 84亿元，是2020年42亿元的2.5倍. */
const multiple: Form = (place, [now, last, times], one, two) => {
  if (!IS_OF.test(one) || two !== '的' || times!.unit !== '倍' || now!.unit !== last!.unit || now!.unit === '')
    return undefined;
  if (![now, last, times].every((figure) => isExact(place.draft.text, figure!))) return undefined;
  return outside(place.draft.text, times!, { figures: [last!, now!], ways: [(x, y) => y / x] });
};

/** The last year named; not a number where none is. */
function yearIn(words: string): number {
  return Number([...words.matchAll(/(\d{4})年/g)].at(-1)?.[1]);
}

const SPELLED = '零一二三四五六七八九十';

/** 五年来, “十四五”时期: the years a sentence speaks of; 0 where it names none. */
function spelledYears(words: string): number {
  const years = /(?:过去|近|这|五年间)?([三四五六七八九十])年(?:来|间|时间)/.exec(words)?.[1];
  if (years !== undefined) return SPELLED.indexOf(years);
  return /“十[一二三四五]五”(?:时期|期间)/.test(words) ? 5 : 0;
}

/** The words said of the figures between the two: from the clause that names what they are of. */
function isOfOtherBasis({ draft: { text }, sentence }: SentencePlace, first: Quantity, last: Quantity): boolean {
  const before = text.slice(sentence.start, first.start);
  const named = /[，,：:](?=[^，,：:]{0,60}$)/g;
  let start = Math.max(before.lastIndexOf('；'), before.lastIndexOf(';')) + 1;
  for (const { index } of before.matchAll(named)) {
    const clause = before.slice(index + 1).replace(/由|从|\d|年|的|底|末|初|上|去|同期|增加|到/g, '');
    if (index >= start && clause.length >= 4) start = index + 1;
  }
  const after = text.slice(last.end, Math.min(sentence.end, last.end + 12));
  return OTHER_BASIS.test(
    text.slice(sentence.start + start, last.end) + (/^[（(，,]?(?:按|扣除|剔除|同口径|可比)/.exec(after)?.[0] ?? ''),
  );
}

function wrongDifference(
  place: SentencePlace,
  by: Quantity,
  figures: readonly [Quantity, Quantity],
  sign: number,
): Finding | undefined {
  const [first, second] = figures;
  const { unit } = first;
  const { text } = place.draft;
  if (unit !== second.unit || unit === '' || !figures.every((figure) => isExact(text, figure))) return undefined;
  const rate = (x: number, y: number) => (sign * (y - x)) / x;
  const isRate = (by.unit === '%' && unit !== '%') || by.unit === '倍';
  if (
    isRate &&
    isOfOtherBasis(place, first.start < second.start ? first : second, by.start > second.start ? by : second)
  )
    return undefined;
  if (by.unit === '倍' && text[by.start] === '翻') return missedDoubling(text, by, figures);
  if (!isExact(text, by)) return undefined;
  const isTurned = sign * (second.value - first.value) < 0;
  if (by.unit === '%' && unit !== '%') return shown(outside(text, by, { figures, ways: [(x, y) => rate(x, y) * 100] }));
  // 增长3倍 is said of four times as much and of three times as much.
  if (by.unit === '倍' && sign > 0) return outside(text, by, { figures, ways: [rate, (x, y) => y / x] });
  const isDifference = unit === '%' ? /百分点$/.test(by.unit) : by.unit === unit;
  return isDifference ? shown(outside(text, by, { figures, ways: [(x, y) => sign * (y - x)] })) : undefined;

  /** Where the figures go the other way, from the word of rising or falling on: either may be the slip. */
  function shown(finding: Finding | undefined): Finding | undefined {
    const word = isTurned ? WORD_BEFORE.exec(text.slice(Math.max(0, by.start - 6), by.start)) : null;
    return finding && word ? { ...finding, start: by.start - word[0].length } : finding;
  }
}

const WORD_BEFORE = new RegExp(`${UP_OR_DOWN}了?$`);

/** 翻一番 is said of what is near twice as much and more. */
function missedDoubling(text: string, by: Quantity, figures: readonly [Quantity, Quantity]): Finding | undefined {
  const times = figures[1].value / figures[0].value;
  if (times > by.value * 0.93 && times < by.value * 1.7) return undefined;
  return contradiction(text, by, figures, times);
}

const PASSES = /^(?:大关|关口|台阶)?[，,、]?(?:达到?|实现|完成|为)$/;

/** 突破5000亿元，达到4986.3亿元: less than what is said to be passed. */
export function belowBound(place: SentencePlace, [bound, reached]: readonly Quantity[]): Finding | undefined {
  const { text } = place.draft;
  if (!bound || !reached || bound.comparator !== '>' || bound.unit !== reached.unit || bound.unit === '')
    return undefined;
  if (!isExact(text, reached) || reached.value >= bound.value || !PASSES.test(text.slice(bound.end, reached.start)))
    return undefined;
  return {
    code: 'figure.inconsistent',
    start: reached.start,
    end: reached.end,
    message: l10n.t(
      '{0} is less than {1}, which it is said to pass.',
      text.slice(reached.start, reached.end),
      text.slice(bound.start, bound.end),
    ),
    related: [],
    fixes: [],
  };
}

/** 由60%提高到55%, 从第5位上升到第8位: the words say up where the figures go down. */
export function wrongDirection(place: SentencePlace, [a, b]: readonly Quantity[]): Finding | undefined {
  const { text } = place.draft;
  if (!a || !b || a.unit !== b.unit || a.unit === '' || a.value === b.value) return undefined;
  const between = text.slice(a.end, b.start);
  const before = text.slice(Math.max(place.sentence.start, a.start - REACH), a.start);
  const said = DIRECTION.exec(between);
  if (
    !said ||
    /分别/.test(before) ||
    !(/(?:由|从)[^，。；由从]{0,16}$/.test(before) && a.start - place.sentence.start > 0)
  )
    return undefined;
  if (![a, b].every((figure) => isExact(text, figure))) return undefined;
  const isRank = /第$/.test(before) && /第$/.test(between);
  if (!isRank && /^(?:位|名|年|岁|月|日|届|次|期|批|级|度|分|米|公里|小时|个月)$/.test(a.unit)) return undefined;
  const rises = said[1] !== undefined;
  if (b.value > a.value === (isRank ? !rises : rises)) return undefined;
  return doesNotFit(text, said[1] ?? said[2]!, a, b);
}

const DIRECTION =
  /^(?:左右)?(?:稳步|逐步|大幅|进一步|快速|持续|已)?(?:(增长|增加|提高|提升|上升|扩大|跃升|攀升|上涨|前移)|(下降|减少|降低|缩小|压减|回落|缩短|下滑|后移))了?[到至](?:\d{4}年的|去年的|目前的|现在的|全[国省市县]的?)?第?$/;
