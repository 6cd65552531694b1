/** Goals of a year that a sentence still works for: 坚决完成国家确定的2020年…下降18%以上的目标, 对照国家到2025年…的目标，力争早日赶上, 国家要求2025年达到…，要加快追赶. */
import type { DateMention } from '../text/dates';
import { isStrivenFor } from './pursuit';
import type { SentencePlace } from './sentencePlace';

/** A goal of longer ago is history: 2000年底前建成的小区. */
const YEARS_PURSUED = 10;

/** What is read before and after the date, in UTF-16 code units. */
const REACH_BEFORE = 30;
const REACH_AFTER = 70;

/** 坚决完成国家确定的, 确保实现: made up one's mind to reach it. */
const RESOLVED =
  /(?:坚决|务必|全力|确保|必须|力争|保证|奋力|誓要|要)(?:如期|全面|高质量|不折不扣地?|千方百计|想方设法|想尽办法)?(?:完成|实现|达成|兑现)(?:好|到)?(?:[^，。；“”]{1,9}[的到])?$/;
/** 对照国家到, 为实现全省: holds what follows against it. */
const MEASURED =
  /(?:^|[，；：:])?(?:按照|根据|对照|对标|对表|锚定|瞄准|紧盯|围绕|聚焦|为(?:了)?实现|为(?:了)?完成|朝着|按)[^，。；]{0,24}$/;
/** 按照国家要求，, 国务院要求，: what the state asks, told as what is to be done now. */
const ASKED =
  /(?:国家|国务院|中央|全国|上级)[^，。；“”]{0,6}(?:要求|规划|部署|明确|规定|提出)(?:提出|明确|要求)?[，：]?$/;
const ASKED_FOR = /^[^，。；了]{0,34}(?:达到|提高到|提升到|下降到?|降低到?|降至|控制在|增加到)[^，。；了]{1,14}(?=，)/;
/** What is to be reached, in words or with a figure; 任务 without either is the work of that year, which may go on after it. */
const GOAL =
  /^[^，。；了]{0,30}(?:达到?|超过|不低于|不少于|下降|降低|降至|降到|提高到|提升到|控制在|增加到|建成|培育|新增|基本(?:建立|实现|完成)|全面(?:建立|实现))[^，。；了]{0,24}的?(?:总|总体|奋斗)?(?:目标|要求|部署|任务)(?![^，。；]{0,6}(?:完成|达成|情况|总结|实现|评估|经验))/;
/** …，加快补齐短板，力争早日赶上. */
const STRIVES =
  /^[，,](?:进一步|着力|大力|扎实|深入|全面|全力|统筹|积极|适度|稳步|合理|有序|加快)*(?:实施|推进|推动|开展|抓好|加大|完善|强化|健全|落实|细化|补齐|扩大|统筹|加密)|^[，,].*(?:必须|要|务必)(?:奋起直追|迎头赶上|加快|抓紧|全力)|^[，,][^。]{0,30}(?:力争|加快|奋力|追赶|抓紧|确保|尽快|迎头|全力|挂图作战|倒排|如期)/;
/** 要紧盯…这一目标: held to by what is asked. */
const KEPT_TO = /(?:(?<![主重需首])要|必须|务必|坚持|继续)(?:紧盯|锚定|咬定|盯紧|瞄准|围绕)(?:国家|全国|我国)?到?$/;
/** 对照2020年…目标, 与到2020年…的要求: held up and called a goal by name. */
const HELD_FOR =
  /(?:围绕|朝着?|向着?|紧盯|紧扣|锚定|瞄准|聚焦|对标|对照|对表|按照|根据|把|为(?:了)?(?:实现|完成)?|与|同|距离?|离)(?:国家|全国|我国|中央|规划)?(?:确定|提出|明确|规定)?的?$/;
const NAMED_GOAL =
  /^(?![^，。；]{0,30}(?:会议|大会|全会|文件|通知|讲话|报告))[^，。；了《》]{2,44}?的?(?:国家|全国|总|总体|奋斗|规划|约束性|战略|宏观|调控)*(?:目标|指标|愿景|要求|规划)(?![^，。；]{0,8}(?:完成|达成|情况|总结|实现|评估|经验|如期))/;

/** 为到2025年…多作贡献, 助推到2025年…目标实现: what people do their part for. */
const WORKED_FOR = /(?:为(?:了)?(?:实现|完成|助力|推动)?|助推|推动|助力|促进|支撑|服务|保障)(?:国家|全国|我国)?到?$/;
const DONE_FOR =
  /^[^，。；了]{4,50}?(?:而(?:不懈|共同|努力)*(?:努力|奋斗|拼搏)|(?:多|再|继续)?(?:作|做)(?:出)?[^，。；]{0,8}贡献|如期(?:实现|兑现|完成)[^，。；]{0,4}(?:贡献|添砖|助力|出力)|贡献[^，。；]{0,4}(?:力量|智慧|份额)|(?:及?以上)?扛[起牢稳][^，。；]{0,8}(?:担当|责任)|的?目标(?:任务)?(?:如期|顺利|早日)?(?:实现|完成|落地))(?!了)/;

/** Says what came of it, or that it is behind. */
const LOOKS_BACK =
  /已经?|[^为除]了[，。；]|去年|上年|期间|总结|评估|验收|回顾|圆满|超额|提前|实际|仅|只有|只完成|低于|高于|差距|没有|未能|未完成(?![^，。；]{0,6}任务)|当时|当年/;

/** Said before it, in another clause, only a time gone by tells of the past. */
const TOLD = /去年|上年|期间|当时|当年|那年|回顾|过去|以来|总结/;

/** Whether the goal set for `date` is still pursued in the sentence. O(length of the sentence). */
export function isPursued(
  { draft, sentence, today, inRetrospect, isHypothetical, isOfExcerpt }: SentencePlace,
  date: DateMention,
): boolean {
  if (
    inRetrospect ||
    isHypothetical ||
    isOfExcerpt ||
    Number(date.to.slice(0, 4)) < Number(today.slice(0, 4)) - YEARS_PURSUED
  )
    return false;
  const { text } = draft;
  const before = text.slice(Math.max(sentence.start, date.start - REACH_BEFORE), date.start);
  const isResolved = RESOLVED.test(before);
  const isAsked = ASKED.test(before);
  const isHeld = HELD_FOR.test(before);
  if (!isResolved && !isAsked && !isHeld && !MEASURED.test(before) && !WORKED_FOR.test(before)) return false;
  const after = text.slice(date.end, Math.min(sentence.end, date.end + REACH_AFTER));
  if (WORKED_FOR.test(before) && DONE_FOR.test(after)) return !TOLD.test(text.slice(sentence.start, date.start));
  const goal = GOAL.exec(after) ?? (isAsked ? ASKED_FOR.exec(after) : null) ?? (isHeld ? NAMED_GOAL.exec(after) : null);
  if (!goal || TOLD.test(text.slice(sentence.start, date.start))) return false;
  const clause = sentence.clauses.findLast(({ start }) => start <= date.start) ?? sentence;
  const rest = text.slice(date.end + goal[0].length, sentence.end);
  // How far behind it is may be told before what is to be done.
  const isCaughtUp = /(?:必须|务必|要)(?:奋起直追|迎头赶上|加快)/.test(rest);
  const told = text.slice(clause.start, sentence.end);
  if (LOOKS_BACK.test(isCaughtUp || isHeld ? told.replace(/仅|只有|低于|差距/g, '') : told)) return false;
  return isResolved || KEPT_TO.test(before) || STRIVES.test(rest) || isStrivenFor(rest);
}
