/** The words by which a sentence shows that a goal is worked for: 对照…的目标，抓紧补齐短板; 朝着…的目标迈进; 距离…还有差距. */

/** 围绕, 朝着, 对照: holds up what follows, to the end of the text. Also 与…的要求还有差距. */
const HELD_UP =
  /(?:围绕|朝着?|向着?|面向|紧盯|紧扣|锚定|瞄准|聚焦|盯住|盯紧|咬定|对标|对照|对表|按照|根据|依据|落实|服务|助力|支撑|确保|力争|努力|奋力|争取|保证|早日|把|将|按|为(?:了)?|与|同|距离?|离)[^，。；]{0,40}$/;

/** What is called a goal, directly after what it is: 的奋斗目标, 的国家规划目标. Not one that was reached. */
const CALLED_GOAL =
  /^(?:及?以上|左右|以内|以下)?[^，。；、了]{0,4}?的?(?:这一?个?)?(?:“?十[三四五六]五”?|宏伟|奋斗|预期|总体|总|约束性|既定|阶段性|战略|国家|全国|规划|宏观|调控|建设|发展|自主贡献|年度|部署|计划|工作)*(?:目标|指标|任务|要求|承诺|愿景|部署|标准|规划|硬指标|时间表)(?![^，。；]{0,8}(?:(?<!要)完成|达成|评估|总结|情况|经验|如期|提前|顺利|实现[了，。]))/;

/** Said right behind the goal, or in a clause after it: what is done for it. */
const STRIVEN_AT_ONCE =
  /^[”》]?(?:而|相比|相对照)?(?:再|奋力|努力|不懈|共同|继续|加快|加紧|全力|不断|稳步|大步|阔步)*(?:看齐|靠拢|迈进|前进|挺进|努力|奋斗|冲刺|奋进|进发|迈步|发力|聚力|追赶|攻坚|拼搏|查漏补缺|补齐|补上|倒排|倒逼|拓展|抓紧|抓实|抓好|推进|贡献|分解|细化|逐项|压实|落到|落实|争取|作贡献|出力|添砖|再添|添彩)/;
const STRIVEN_AFTER =
  /^[^。！]{0,8}[，,；].*?(?:(?<![主重需首])要(?!求|素|点|闻)|必须|务必|力争|确保|加快|抓紧|奋力|追赶|全力|尽快|迎头|如期|挂图作战|倒排|补齐|攻坚|发力|加大|完善|强化|健全|落实|细化|推动|推进|扎实|深入|积极|大力|着力|持续|继续|统筹|组织|实施|开展|加强|优化|提升|严格|严禁|一律|坚决|新增|新建|改造|引导|贡献|不得|同步)/;

/** Tells what came of it, or of a time gone by. */
const LOOKED_BACK =
  /已[^有知]|[^为除]了(?![解望])|去年|上年|(?<![月周节日])期间|总结|评估|验收|回顾|圆满|超额|提前(?!落|布|谋|介)|历史性|当时|当年|那年|曾|过去|以来|如今|没有完成|未能|未完成|完成情况/;

/** Whether the words up to a goal hold it up to be followed. O(length). */
export function isHeldUp(before: string): boolean {
  return HELD_UP.test(before);
}

/** How far the words after a goal go on calling it one, in UTF-16 code units; 0 where they do not. O(1). */
export function calledGoal(after: string): number {
  return CALLED_GOAL.exec(after)?.[0].length ?? 0;
}

/** Whether the words after a goal, and after what calls it one, are of work for it. O(length). */
export function isStrivenFor(rest: string): boolean {
  return STRIVEN_AT_ONCE.test(rest) || STRIVEN_AFTER.test(rest);
}

/** Whether words tell what came of a goal. O(length). */
export function isLookedBack(words: string): boolean {
  return LOOKED_BACK.test(words);
}
