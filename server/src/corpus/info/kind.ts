/** Tells the kind of a document by the words of its title and the marks of its genre. */
import { type DocumentKind, documentKinds } from '../document';

/** Kinds as a writer may name them in front matter. */
const CHINESE: Readonly<Record<string, DocumentKind>> = {
  讲话: 'speech',
  致辞: 'speech',
  党课: 'speech',
  工作报告: 'work-report',
  政府工作报告: 'work-report',
  规划: 'plan',
  计划: 'plan',
  纲要: 'plan',
  公报: 'communique',
  评论: 'commentary',
  理论文章: 'commentary',
  通知: 'notice',
  意见: 'notice',
  决定: 'notice',
  公文: 'notice',
  法律: 'law',
  法规: 'law',
  新闻: 'news',
  其他: 'other',
  示例: 'sample',
};

const NEWS_LEAD =
  /^(?:央视网消息|新华社[\u4e00-\u9fff]{2,12}\d{1,2}月\d{1,2}日(?:电|讯)|本报[\u4e00-\u9fff]{2,8}(?:\d{1,2}月)?\d{1,2}日[电讯]|中新(?:社|网).{2,10}\d{1,2}日电)/;
const TITLE_KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/(?:通知|意见|决定|决议|批复|复函|函|通报|公告|通告|命令|请示|答复|国务院令)$/, 'notice'],
  [/政府工作报告|工作报告(?!的决议)|代表大会上的(?:政治)?报告|政治报告/, 'work-report'],
  [/讲话|致辞|致词|演讲|党课|发言|贺信|献词/, 'speech'],
  [/公报/, 'communique'],
  [/规划|纲要|五年计划|行动计划|方案|的建议$|计划$/, 'plan'],
  [/(?:法|条例|规定|办法|细则|规则|修正案|宪法|法典|准则)(?:[（(].{1,30}[）)])?$/, 'law'],
  [/评论员|社论|署名文章|时评|锐评|述评/, 'commentary'],
];
/** How a signed article names its author. */
const SIGNED = /^[（(【]?(?:作者(?:系|为|是|单位|：)|本文作者)|[（(]作者(?:系|为|单位).{2,60}[）)]$/;
/** How a report to a congress begins, whose title is a slogan: its subtitle, or its first words. */
const REPORTS =
  /^(?:——|--)在.{2,40}大会上的(?:政治|工作)?报告$|^.{0,8}我(?:代表.{2,30}|受.{2,30}委托)[，,]?向.{0,30}大会(?:作|做|提出)(?:工作|政治)?报告/;
const LEAD_LINES = 6;
const LAST_LINES = 6;

/** A kind named in front matter, in English or Chinese; undefined where it is none of ours. */
export function readDeclaredKind(value: string): DocumentKind | undefined {
  const trimmed = value.trim().toLowerCase();
  return documentKinds.find((kind) => kind === trimmed) ?? CHINESE[trimmed];
}

/** The kind by title and lines of the clean text; `other` where nothing tells. */
export function readKind(title: string, lines: readonly string[]): DocumentKind {
  if (lines.slice(0, LEAD_LINES).some((line) => NEWS_LEAD.test(line)) && !/(?:报告|公报)$/.test(title)) return 'news';
  if (title.includes('新闻联播')) return 'news';
  const bare = title.replace(/《[^》]{0,200}》/g, '《》').trim();
  for (const [pattern, kind] of TITLE_KINDS) if (pattern.test(bare)) return kind;
  if (lines.slice(0, LEAD_LINES).some((line) => REPORTS.test(line))) return 'work-report';
  if (lines.slice(-LAST_LINES).some((line) => SIGNED.test(line.slice(-100)) || SIGNED.test(line))) return 'commentary';
  return 'other';
}
