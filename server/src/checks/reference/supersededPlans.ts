/** Five-year-plan periods that are over and are written of as if they lay ahead. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import { readModality } from '../../draft/claims';
import { hasWord } from '../../draft/modalityWords';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Knowledge } from '../../knowledge/knowledge';
import type { DateMention } from '../../text/dates';
import { planName, planYears } from '../../text/fiveYearPlans';
import { endsBefore } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';

/** The findings of one sentence. O(length of the paragraph). */
export function supersededPlans(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { dates, today } = place;
  const plans = dates.filter((date) => date.form === 'plan');
  const past = plans.filter((date) => date.role === 'in' && endsBefore(date.to, today));
  // A sentence that names a plan still running compares the two or passes from one to the other.
  if (past.length === 0 || plans.some((date) => !endsBefore(date.to, today))) return [];
  // So does a sentence dated in the past tell what was right then: 2013年是实施“十二五”规划的关键一年.
  if (dates.some((date) => date.form === 'date' && date.role !== 'by' && endsBefore(date.to, today))) return [];
  return past
    .filter((date) => !place.isCited(date) && isUsedAsCurrent(knowledge, place, date, dates))
    .map((date) => finding(knowledge, place, date, today));
}

function isUsedAsCurrent(
  knowledge: Knowledge,
  place: SentencePlace,
  date: DateMention,
  dates: readonly DateMention[],
): boolean {
  return (
    isCalledCurrent(place, date) ||
    isFaced(place, date) ||
    isTask(knowledge, place, date) ||
    isWorkedBy(knowledge, place, date) ||
    isToForesee(place, date) ||
    isLeftToDo(place, date) ||
    isAhead(place, date, dates)
  );
}

/** 今年是“十四五”开局之年, 当前正值“十四五”开局起步的关键时期. */
function isCalledCurrent({ draft, sentence }: SentencePlace, date: DateMention): boolean {
  const before = draft.text.slice(Math.max(sentence.start, date.start - 14), date.start);
  const after = draft.text.slice(date.end, date.end + 14);
  return (
    /(?:今年|当前|目前|现在|眼下)，?(?:我们|[我全]?[国省市县区])?(?:是|正是|正值|作为|处于|正处于|正处在|恰逢|既是)(?:实施|落实|推进|全面|深入)*$/.test(
      before,
    ) && /^[^，。；]{0,10}(?:之年|第[一二三四五]年|一年|关键时期|关键期|攻坚期|开局|收官|起步)/.test(after)
  );
}

/** 面向“十四五”，我们要…; 为实现“十四五”规划目标而奋斗: what the period was for is still to come. */
function isFaced(place: SentencePlace, date: DateMention): boolean {
  const { draft, sentence, inRetrospect } = place;
  const { text } = draft;
  if (inRetrospect || isTold(text, sentence)) return false;
  const before = text.slice(Math.max(sentence.start, date.start - 10), date.start);
  const after = text.slice(date.end, sentence.end);
  if (/(?:面向|展望|进入|步入|迈向|迈进|着眼|站在|谋划|谋划好|奋进|决战|开启|迎接)$/.test(before)) {
    return hasWord(text, sentence, 'intention') || /谋划/.test(before);
  }
  if (
    /(?:围绕|锚定|聚焦|紧扣)$/.test(before) &&
    /^(?:规划|计划|时期)?(?:确定|明确|提出)?的?(?:发展|主要|奋斗)?(?:目标|任务)/.test(after)
  )
    return hasWord(text, sentence, 'intention');
  if (
    /以(?:国家|全国|我国)?$/.test(before) &&
    /^(?:规划|计划)?(?:纲要)?[^，。；]{0,6}为(?:统领|引领|纲|遵循|指引|蓝图|抓手)/.test(after)
  )
    return true;
  if (/为(?:全面|如期|顺利|圆满)*(?:实现|完成)$/.test(before)) return /奋斗|努力/.test(after);
  return /(?:确保|力争|努力)(?:全面|如期|顺利|圆满|胜利)*(?:实现|完成)$/.test(before);
}

/**
 * Work on the plan itself, set as a task. Between the end of a plan and the adoption of the next one is a time of
 * transition, in which it is still concluded and evaluated. So 落实“十四五”规划 is outdated from the day the next plan was
 * adopted, while drawing the plan up is as soon as its period is over.
 */
function isTask(knowledge: Knowledge, place: SentencePlace, date: DateMention): boolean {
  const { draft, sentence, today, inRetrospect } = place;
  const { text } = draft;
  if (inRetrospect || !/^[^，。；、]{0,6}(?:规划|计划)/.test(text.slice(date.end, date.end + 8))) return false;
  const lead = text.slice(Math.max(sentence.start, date.start - LONGEST_TASK_OPENING - 1), date.start);
  // The clause as far as a comma; at its beginning nothing of the sentence is left out.
  const verb = TASK_OPENING.exec(lead.slice(lead.search(/[^，,；;：:]*$/)))?.[1];
  if (verb === undefined) return false;
  if (CONCLUDING.test(/^[^，。；]*/.exec(text.slice(date.end, sentence.end))![0])) return false;
  if (!DRAWING_UP.test(verb) && !isFollowedByNext(knowledge, date, today)) return false;
  return !isTold(text, sentence) && !hasWord(text, sentence, 'accomplished');
}

/** Whether the next plan was adopted, or, where the knowledge does not name that day, the year after has passed. */
function isFollowedByNext(knowledge: Knowledge, { to }: DateMention, today: string): boolean {
  const current = knowledge.currentOf('five-year-plan', today)?.period?.from ?? '';
  return current > to || endsBefore(String(Number(to) + 1), today);
}

/** 要按照“十四五”规划确定的路线图，倒排工期: what is to be done goes by the plan that is over. */
function isWorkedBy(knowledge: Knowledge, place: SentencePlace, date: DateMention): boolean {
  const { draft, sentence, today, inRetrospect } = place;
  const { text } = draft;
  const before = text.slice(Math.max(sentence.start, date.start - 10), date.start);
  const after = text.slice(date.end, sentence.end);
  return (
    !inRetrospect &&
    WORKED_BY.test(before) &&
    /^(?:规划|计划)(?:纲要)?(?:所?(?:确定|明确|提出|部署|设定))?的?[^，。；]{0,4}(?:目标|任务|部署|要求|安排|路线图|时间表)|^(?:规划|计划)(?:纲要)?[，,](?:谋划|储备|抓紧|推进|加快|细化|梳理)/.test(
      after,
    ) &&
    (/^[要须]/.test(WORKED_BY.exec(before)![0]) || hasWord(text, sentence, 'intention')) &&
    !isTold(text, sentence) &&
    !CONCLUDING.test(after) &&
    isFollowedByNext(knowledge, date, today)
  );
}

/** 紧扣“十四五”规划纲要对今后五年…的布局: what it foresaw is behind. */
function isToForesee({ draft, sentence, inRetrospect }: SentencePlace, date: DateMention): boolean {
  return (
    !inRetrospect &&
    /^(?:规划|计划)(?:纲要)?(?:对|确定的|明确的|部署的)(?:今后|未来)(?:五|一个)/.test(
      draft.text.slice(date.end, sentence.end),
    ) &&
    !isTold(draft.text, sentence)
  );
}

const WORKED_BY =
  /(?:要|必须)?(?:严格|坚持)?(?:按照|依照|对照|对标对表|对标|对表|紧扣|围绕|锚定|聚焦|根据|依据)(?:国家|全省|全市|我省|我市)?$/;

/** 今年要全面完成“十三五”规划目标任务, said after the period: this year is none of its own. */
function isLeftToDo({ draft, sentence }: SentencePlace, date: DateMention): boolean {
  const { text } = draft;
  return (
    /(?:今年|明年)[^，。；]{0,6}(?:要|将|必须|务必|确保|力争|全力)[^，。；]{0,4}(?:完成|实现|落实|推进|实施)$/.test(
      text.slice(Math.max(sentence.start, date.start - 24), date.start),
    ) &&
    /^(?:规划|计划)?(?:纲要)?[^，。；]{0,6}(?:目标|任务|指标)(?!.{0,6}(?:评估|验收|总结|扫尾|收尾))/.test(
      text.slice(date.end, sentence.end),
    )
  );
}

const LONGEST_TASK_OPENING = 24;
/** 推进“十四五”规划重大工程收尾: bringing an old plan to its end is work of the years after it. */
const CONCLUDING = /收尾|收官|评估|验收|总结|审计|考核|结转|决算|重大(?:工程|项目)/;
const DRAWING_UP = /编制|谋划|制定|起草|启动/;
/** A clause that is a task: from its first word (科学编制…) or from a 要 (各级各部门要深入实施国家…); not 党中央高度重视制定…. */
const TASK_OPENING =
  /^(?:[^“”]{0,12}(?<![主重需首紧])(?:要|必须))?(?:[一二三四五六七八九十]是|要|将|必须|继续|认真|扎实|抓紧|加快|全面|深入|科学|高质量|高标准|高水平|精心|做好|抓好|同步|积极|持续|切实|着力|大力|有序|统筹)*(编制|谋划|制定|起草|启动|实施|落实|贯彻落实|贯彻|推进|执行|对接|对标|融入)(?:好)?(?:国家|全省|全市|全县|全区|我省|我市|我县|我区)?$/;

/** “十四五”时期，要…: said to come, though the period is over. */
function isAhead(place: SentencePlace, date: DateMention, dates: readonly DateMention[]): boolean {
  const { draft, sentence } = place;
  const own = draft.text.slice(date.start, date.end);
  const isPeriod = /(?:时期|期间)$/.test(own) && draft.text[date.end] !== '的';
  if (!isPeriod && !REST_OF_PERIOD.test(draft.text.slice(date.end, date.end + 8))) return false;
  // Another date in the sentence has a time of its own, and the sentence may be about that.
  if (dates.some((other) => other !== date && other.role !== 'by')) return false;
  const words = { date, governed: { start: date.start, end: sentence.end }, near: nearClauses(place, date) };
  return readModality(place, words).modality === 'intention' && !isTold(draft.text, sentence);
}

/** “十四五”后三年, “十四五”中后期: what was left of it. */
const REST_OF_PERIOD =
  /^(?:规划)?(?:时期|期间|的)?(?:[后余剩][下]?[的]?[一二两三四]年|后半程|后半段|中后期|后期|最后[一两]年|剩余(?:时间|两年|三年))/;

/** The clause of the period and the one after it. */
function nearClauses({ sentence }: SentencePlace, date: DateMention): Span {
  const at = sentence.clauses.findIndex((clause) => date.start < clause.end);
  const next = sentence.clauses[at + 1] ?? sentence.clauses[at] ?? sentence;
  return { start: date.end, end: Math.max(date.end, next.end) };
}

function isTold(text: string, sentence: Span): boolean {
  return hasWord(text, sentence, 'report') || hasWord(text, sentence, 'telling');
}

function finding(knowledge: Knowledge, place: SentencePlace, date: DateMention, today: string): Finding {
  const entries = knowledge.data.references.filter((reference) => reference.series === 'five-year-plan');
  const covers = (year: string) =>
    entries.find((entry) => entry.period && entry.period.from <= year && year <= entry.period.to);
  const year = today.slice(0, 4);
  const current = currentPlan(date.plan!, Number(year));
  const sources = [covers(year), covers(date.to)].flatMap((entry) => (entry ? [relatedEntry(entry)] : []));
  return {
    code: 'reference.superseded',
    start: date.start,
    end: date.end,
    message: l10n.t(
      'The period of the “{0}” plan ended in {1}; on {2}, the date of this draft, current is “{3}” ({4}—{5}).',
      planName(date.plan!),
      date.to,
      today,
      planName(current.plan),
      current.from,
      current.to,
    ),
    related: sources,
    fixes: writeCurrent(place, date, planName(date.plan!), planName(current.plan)),
  };
}

/** Only proposed: what is said of the old period need not hold for the new one. A meeting that set it would not fit the new. */
function writeCurrent({ draft, sentence }: SentencePlace, { start, end }: Span, old: string, current: string): Fix[] {
  const at = draft.text.slice(start, end).indexOf(old);
  // 今年是…收官之年 holds for no year of the new one.
  if (/^[^，。；]{0,8}(?:收官|开局|起步|第[一二三四五])/.test(draft.text.slice(end, sentence.end))) return [];
  if (at < 0 || /[全大]会/.test(draft.text.slice(sentence.start, sentence.end))) return [];
  const edit = { start: start + at, end: start + at + old.length, newText: current };
  return [{ title: l10n.t('Write “{0}”', current), edits: [edit], preferred: false }];
}

function currentPlan(past: number, year: number): { plan: number; from: number; to: number } {
  let plan = past + 1;
  let years = planYears(plan)!;
  while (years.to < year && planYears(plan + 1)) years = planYears(++plan)!;
  return { plan, ...years };
}
