/** Reads from a sentence which targets it sets, for when, and whether it means them, reports them or tells of them. */
import type { DateMention } from '../text/dates';
import { findQuantities, type Quantity } from '../text/quantities';
import type { Span } from '../text/span';
import type { Modality, TargetClaim } from './claim';
import type { Sentence } from './draft';
import { findWord, hasWord, isCalledFulfilled, isCalledTask } from './modalityWords';
import { isPursued } from './pursuedGoals';
import type { SentencePlace } from './sentencePlace';

/** The targets a sentence sets or speaks of, ascending. O(length of the sentence). */
export function targetClaims(place: SentencePlace): TargetClaim[] {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  const deadlines = dates.flatMap((date, i) =>
    isDeadline(place, date, dates[i + 1]) ? [{ date, next: dates[i + 1] }] : [],
  );
  const claims: TargetClaim[] = [];
  deadlines.forEach(({ date: deadline, next }, i) => {
    const until = deadlines[i + 1]?.date.start ?? sentence.end;
    const semicolon = text.slice(deadline.end, until).search(/[；;]/);
    const governed = { start: deadline.start, end: semicolon < 0 ? until : deadline.end + semicolon };
    const end = claimEnd(text, sentence, deadline, governed);
    const near = meaningClauses(text, sentence, deadline, end, next);
    const read = readModality(place, { date: deadline, governed, near });
    // 到2022年将建成20个，到2025年达到40个: the intention said of the first holds for those that follow.
    const goesOn =
      read.modality === 'bare' && (claims.at(-1)?.modality === 'intention' || isMeantAround(place, deadline, governed));
    const marker = read.marker;
    claims.push({
      start: marker && leadsTo(text, marker, deadline) ? marker.start : deadline.start,
      end,
      deadline,
      modality: goesOn ? 'intention' : read.modality,
      ...(marker && { marker }),
      governed,
      quantities: findQuantities(text, { start: deadline.end, end: governed.end }, next ? [next] : []),
    });
  });
  return claims;
}

/** Whether a word of intention stands directly before a deadline: 力争到…, 力争在…. */
function leadsTo(text: string, marker: Span, deadline: Span): boolean {
  return marker.start < deadline.start && /^[在于]?$/.test(text.slice(marker.end, deadline.start));
}

/**
 * A date is a deadline by its own words (到…, …前, …末), because a word of intention stands directly before it (力争2024年,
 * 将在2024年) or directly after it (2025年确保建成), or because it opens a quoted goal that is followed.
 */
function isDeadline(place: SentencePlace, date: DateMention, next: DateMention | undefined): boolean {
  if (date.role === 'by') return true;
  if (date.role !== 'in' || date.form === 'range') return false;
  const { sentence } = place;
  const { text } = place.draft;
  const before = text.slice(Math.max(sentence.start, date.start - 3), date.start);
  // 比“十四五”末多一倍 compares with it.
  if (text[date.end - 1] === '末') {
    return !/[比较同与以]$/.test(before) && !/^的(?:.{0,3}倍|水平|基础)/.test(text.slice(date.end, date.end + 6));
  }
  if (/(?:力争|争取|确保|力求|计划|拟于)[在于]?$/.test(before) || countsDownTo(place, date)) return true;
  if (/目标(?:[是为][：:]?|[：:])$/.test(text.slice(Math.max(sentence.start, date.start - 4), date.start))) return true;
  // 比2025年要高, 将在2025年基数上增长: what it is measured against.
  if (/[比较同与跟]$/.test(before)) return false;
  const { end: dateEnds, to } = date;
  if (date.form !== 'date' && (date.form !== 'relative' || to.length === 4)) return false;
  // 要在2024年工作的基础上: not when, but what from.
  if (
    /(?:将|要|努力|必须|务必|围绕|锚定|瞄准|聚焦)[在于]$/.test(before) &&
    !/^度?(?:的|工作|[^，。；]{0,10}基[础数]上)/.test(text.slice(date.end, date.end + 14))
  )
    return true;
  // 2025年实现全覆盖的目标必须…, 实现2025年全覆盖目标.
  if (/^(?:实现|建成|完成|达到)[^，。；]{1,30}(?:目标|任务)/.test(text.slice(dateEnds, dateEnds + 40))) return true;
  if (isStrivenFor(place, date) || isHeldTo(place, date) || isPursued(place, date)) return true;
  if (text[date.start - 1] === '“' && place.isFollowedQuote(date)) return true;
  const end = Math.min(next?.start ?? sentence.end, date.end + LONGEST_INDICATOR);
  const marker = findWord(text, { start: date.end, end }, 'intention');
  if (marker === undefined || !isMeantOf(text, marker)) return false;
  const subject = text.slice(date.end, marker.start);
  return (
    SUBJECT.test(subject) ||
    (INDICATOR.test(subject) &&
      // 将 with anything between it and the verb puts an object first: 将两国关系提升为….
      text[marker.start] !== '将' &&
      REACHES.test(text.slice(marker.end, marker.end + REACH_OF_VERB)))
  );
}

/** 正在为实现2025年…的目标全力冲刺: the goal of a year that people are working for. */
function isStrivenFor({ draft, sentence }: SentencePlace, date: Span): boolean {
  const { text } = draft;
  return (
    /(?:实现|完成|达成|达到|锚定|瞄准|聚焦|围绕|紧盯|推动|确保)$/.test(
      text.slice(Math.max(sentence.start, date.start - 2), date.start),
    ) &&
    /^[^，。；了]{2,30}(?:目标|任务)[^，。；]{0,6}(?:冲刺|奋斗|努力|拼搏|攻坚|奋战|加油|而战|不动摇|不放松|不松劲|如期|落地|顺利实现)/.test(
      text.slice(date.end, Math.min(sentence.end, date.end + 44)),
    )
  );
}

/** 围绕2030年…的目标, 努力实现2030年…目标: of a year ahead nothing else can be meant. */
function isHeldTo({ draft, sentence, today }: SentencePlace, date: DateMention): boolean {
  const { text } = draft;
  return (
    date.to > today &&
    /(?:实现|完成|达成|锚定|瞄准|聚焦|围绕|紧盯|对标|对照|朝着|确保|扭住|咬住|盯住|守住|[把以])$/.test(
      text.slice(Math.max(sentence.start, date.start - 2), date.start),
    ) &&
    /^[^，。；了]{2,40}(?:的?(?:国家|硬|约束性)?(?:目标|任务|指标)|这一?个?(?:硬|约束性)?(?:目标|任务|指标)|[作为]{1,2}(?:基准|目标|底线|标准))/.test(
      text.slice(date.end, Math.min(sentence.end, date.end + 44)),
    )
  );
}

/** 距离2025年建成…还有不到一年: the time left says that it is still to come. */
function countsDownTo({ draft, sentence }: SentencePlace, date: Span): boolean {
  const { text } = draft;
  return (
    /距离?$|离$/.test(text.slice(Math.max(sentence.start, date.start - 2), date.start)) &&
    /^[^，。；]{2,30}[，,]?(?:还有|还剩|只剩|仅剩|只有|仅有|不到|不足|已不足|时间(?:已经)?(?:很|所剩|不多))/.test(
      text.slice(date.end, Math.min(sentence.end, date.end + 44)),
    )
  );
}

/** What may stand between a year and the word of intention that makes it a deadline: 2025年，我们要…. */
const SUBJECT = /^(?:全年)?[，,]?(?:我们|我[国省市县区]|全[国省市县区校院州]|各级|各地)?$/;
const LONGEST_SUBJECT = 8;
/** What else may: the indicator that is to reach something, 2025年全省新能源装机要突破…. */
const INDICATOR = /^[，,]?[^，,。；;：:、的了“”《》（）已曾被]*$/;
const LONGEST_INDICATOR = 20;
const REACHES =
  /^(?:[^，。；的]{0,4})(?:达到|突破|完成|实现|建成|超过|增长|提高|提升|增加|新增|新建|改造|培育|引进|打造|控制|降到|下降|降低|保持|稳定|形成|覆盖|消除|清零|投产|开工|通车|翻番)/;
const REACH_OF_VERB = 8;

/** 力争上游 and 要看到 set no target. */
function isMeantOf(text: string, marker: Span): boolean {
  return !/^(?:上游|先|优|创一流|看到|认识|承认|说明|指出|感谢|归功|得益)/.test(text.slice(marker.end, marker.end + 4));
}

/**
 * A deadline whose own clause says nothing is meant where an earlier clause intends it (要对标对表，在2025年底以前…) or a
 * later one calls it a task (…，是必须完成的约束性指标).
 */
function isMeantAround({ draft, sentence, dates }: SentencePlace, deadline: DateMention, governed: Span): boolean {
  const { text } = draft;
  if (isCalledTask(text, governed)) return true;
  // 围绕到2025年建成…, 我们的目标很明确，就是到2025年…
  if (
    /(?:围绕|锚定|瞄准|聚焦)$|目标[^，。；]{0,6}[，,：:](?:就是|便是|即)$/.test(
      text.slice(Math.max(sentence.start, deadline.start - 14), deadline.start),
    )
  )
    return true;
  // 推动…占比到2025年达到10%: a sentence that opens with making something reach a figure by a year asks for it.
  if (deadline.role === 'by' && MAKES.test(text.slice(sentence.start, deadline.start))) return true;
  if (dates.some((date) => date.start < deadline.start && date.form !== 'plan' && date.role !== 'by')) return false;
  if (COMPARED.test(text.slice(governed.start, governed.end))) return false;
  const before = { start: sentence.start, end: deadline.start };
  const marker = findWord(text, before, 'intention');
  if (!marker || !isMeantOf(text, marker) || hasWord(text, before, 'report')) return false;
  // The word opens its clause, perhaps after a subject; deeper inside it belongs to something else.
  const opening = text.slice(sentence.start, marker.start).search(/[^，,；;：:]*$/);
  return (
    marker.start - sentence.start - opening <= LONGEST_SUBJECT + 2 &&
    !/[；;]/.test(text.slice(marker.end, deadline.start))
  );
}

const MAKES = /^(?:积极|着力|大力|加快|有效)?(?:推动|促进|引导|带动|支持|让|使)[^，,。；;：:了]{2,30}$/;

/** A figure compared with another is a result. */
const COMPARED = /[比较]\d|比上年|同比|居全|位居|排名|名列/;

/** To the end of the first clause that says something: a deadline set off by a comma takes the clause after it. */
function claimEnd(text: string, sentence: Sentence, deadline: DateMention, governed: Span): number {
  let at = clauseIndexAt(sentence.clauses, deadline.start);
  for (; at < sentence.clauses.length && sentence.clauses[at]!.start < governed.end; at++) {
    const clause = sentence.clauses[at]!;
    const from = Math.max(clause.start, deadline.end);
    const said = text.slice(from, clause.end);
    // 到…举办时，: still says when.
    if (from < clause.end && /[\p{L}\p{N}]/u.test(said) && !/(?:时|之际)[，,]?$/.test(said))
      return Math.min(clause.end, governed.end);
  }
  return deadline.end;
}

/** The index of the last clause that starts at or before `offset`, 0 where none does. O(log clauses). */
function clauseIndexAt(clauses: readonly Span[], offset: number): number {
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (clauses[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * From the words directly before a deadline to the end of the claim: where a word of intention means it. A deadline
 * between commas belongs to the clause before it too: 力争用三年时间，到2023年底，实现…. Cut short at
 * another date, which takes what follows for itself, and where the deadline only describes a noun:
 * 2005年底前注册的车辆今年要…
 */
function meaningClauses(
  text: string,
  sentence: Sentence,
  deadline: DateMention,
  claimEnds: number,
  next: DateMention | undefined,
): Span {
  const at = clauseIndexAt(sentence.clauses, deadline.start);
  const own = sentence.clauses[at];
  let end = next && next.start < claimEnds ? next.start : claimEnds;
  if (text[deadline.end - 1] === '前' && own && own.end > deadline.end) {
    const noun = text.slice(deadline.end, Math.min(end, own.end)).indexOf('的');
    if (noun >= 0) end = deadline.end + noun;
  }
  const alone = own !== undefined && own.start >= deadline.start - 1 && own.end <= deadline.end;
  const opening = alone ? sentence.clauses[at - 1] : undefined;
  return { start: opening?.start ?? own?.start ?? deadline.start, end };
}

/** Something said of a time: where it stands and how far it goes. */
interface TimedWords {
  /** The date or period. */
  readonly date: DateMention;
  /** Everything said under it. */
  readonly governed: Span;
  /** The clauses in which a word of intention means it. */
  readonly near: Span;
}

/** How what is said under a date is meant, with the word of intention that shows it. O(length of `governed` and `near`). */
export function readModality(place: SentencePlace, words: TimedWords): { modality: Modality; marker?: Span } {
  const { draft, sentence, inRetrospect } = place;
  const { date, governed, near } = words;
  const { text } = draft;
  if (place.isCited(date)) {
    const isGoal =
      place.isFollowedQuote(date) &&
      !hasWord(text, sentence, 'report') &&
      !/如期|圆满|超额|提前/.test(text.slice(governed.end, sentence.end));
    return { modality: isGoal ? 'intention' : 'cited' };
  }
  if (place.isHypothetical) return { modality: 'hypothetical' };
  if (isPursued(place, date)) return { modality: 'intention' };
  if (place.isTelling) return { modality: 'history' };
  if (place.isSetBefore(date.start) || place.tellsSetting) {
    // 规划提出，到2025年…，我们要抓紧落实: what somebody set is taken up as a task.
    return { modality: isCalledTask(text, governed) && !inRetrospect ? 'intention' : 'history' };
  }
  if (date.role === 'asOf') return { modality: 'report' };
  if (countsDownTo(place, date) || isStrivenFor(place, date)) return { modality: 'intention' };
  if (isCalledFulfilled(text, governed)) return { modality: 'report' };
  const told = inRetrospect && !hasWord(text, sentence, 'forward');
  const marker = findWord(text, near, 'intention');
  if (marker && !hasWord(text, near, 'report'))
    return told ? { modality: 'history' } : { modality: 'intention', marker };
  if (!told && isCalledTask(text, governed) && !hasWord(text, near, 'report')) return { modality: 'intention' };
  // Of a year that is still to come nothing can be reported: 到2030年，…提高到73%.
  const isAhead = date.to.slice(0, 4) > place.today.slice(0, 4);
  if (told || hasWord(text, governed, 'report') || (!isAhead && hasWord(text, governed, 'accomplished')))
    return { modality: 'report' };
  // 提高到60% is a result as often as not; with a bound (60%以上) it is how targets are put.
  if (!isAhead && hasWord(text, governed, 'changed') && !findQuantities(text, governed).some(isBound))
    return { modality: 'report' };
  return { modality: 'bare' };
}

function isBound({ comparator }: Quantity): boolean {
  return comparator === '>=' || comparator === '<=';
}
