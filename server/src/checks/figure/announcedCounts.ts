/** Finds counts that what they announce does not come to: 三个方面 before 一是…四是; “五个聚焦”，即 before four of them. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Block, Draft } from '../../draft/draft';
import { LEVELS, type NumberedItem, type NumberingStyle, numberedItems, readNumeral } from '../../draft/numberedItems';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Span } from '../../text/span';
import { numberingSequences } from '../structure/structureNumberingSequences';

/** The findings of a draft, at the count. O(length). */
export function wrongAnnouncedCounts(draft: Draft, knowledge: Knowledge): Finding[] {
  // What the knowledge base has a set of is judged by its members.
  const own = countsOfWords(draft).filter(
    (finding) => knowledge.find(draft.text, finding, ['formulations']).length === 0,
  );
  return [...countsOfPoints(draft), ...countsOfItems(draft), ...countsOfNames(draft), ...own];
}

/** 十件民生实事：新建…12个，新增…3000个: a list in one sentence, each item with a figure. */
const LISTED = /([二三四五六七八九十])(?:件|项|大|个方面)[^，。；：、\n]{0,10}：([^。！？：\n]{20,400})[。；]/g;

function countsOfItems({ text }: Draft): Finding[] {
  return [...text.matchAll(LISTED)].flatMap((match) => {
    const parts = match[2]!.split(match[2]!.includes('；') ? '；' : '，');
    const stated = readCount(match[1]!);
    if (stated === undefined || parts.length < 3 || parts.length === stated) return [];
    // Only where every item is told alike can they be counted.
    if (!parts.every((part) => /\d/.test(part) && !/其中|同比|增长|占|比|达到/.test(part) && part.length <= 24))
      return [];
    return [finding(text, { start: match.index, end: match.index + 2 }, parts.length)];
  });
}

const NAMES =
  /((?:[^，。；：、“”（）()\n和及与等\d]{2,10}、){2,9}[^，。；：、“”（）()\n和及与等\d二三四五六七八九十]{2,10}?)(?<count>[三四五六七八九十])(?:大|个|类)(?:主导|重点|优势|支柱|特色|新兴|战略性新兴|千亿级?|百亿级?)(?:产业|行业|集群|领域|产业集群|产业链)/g;

/** 新能源汽车、生物医药、集成电路、新型显示五大主导产业: as many as are named right before. */
function countsOfNames({ text }: Draft): Finding[] {
  return [...text.matchAll(NAMES)].flatMap((match) => {
    const stated = readCount(match.groups!.count!);
    const count = match[1]!.split('、').length;
    if (stated === undefined || stated === count || /(?:的|代表|为主|主导|引领|支撑|龙头)$/.test(match[1]!)) return [];
    // 新能源与智能网联汽车、…: what stands before the first name that was read belongs to the list.
    if (!/^$|[，。；：\s]/.test(text[match.index - 1] ?? '')) return [];
    const start = match.index + match[1]!.length;
    return [finding(text, { start, end: start + 2 }, count)];
  });
}

/** How far before the first point its announcement may stand, in UTF-16 code units. */
const REACH = 50;
const NUMERAL = '([两二三四五六七八九十]|[2-9])';
const NOUN =
  '(?:个?方面|个?问题|点(?:意见|建议|要求|体会|看法|希望|想法|认识|启示|感受)?|条(?:意见|建议|措施|经验|举措|路径|启示|要求)?|项(?:工作|重点|任务|措施|举措|重点工作|重点任务|建议|要求)?|件(?:事|实事|大事)?|个(?:重点|关键|环节|关系|特点|短板|不足|突出问题|原因|层面|维度|着力点|突破口|抓手|转变|阶段|步骤|部分|专题|意识|能力|聚焦|坚持|强化|突出|狠抓|切入点|关口|关键词|字))';
const ANNOUNCES = new RegExp(
  `(?:以下|下面|如下|这|抓好|做好|办好|办成|干好|做到|突出|把握好?|谈|讲|提|处理好|强化|解决好?|聚焦|从|有|存在|体现在|表现在|在于|归纳为|概括为|分为|围绕|下功夫|落实好?|推进|开展|重点抓|主要做了|主要是|集中在|得出|坚持|实现)了?(?:以下|如下|这|下列)?${NUMERAL}${NOUN}(?:的?(?:工作|建议|意见|问题|要求|体会|着力|发力|入手|下功夫|举措|措施|内容|情况|任务|看法|想法|汇报|交流|不足|突出问题|体会和认识)){0,2}[：:。]?$`,
);
/** A point that is told beside the others. */
const OPEN = /等|其中|之一|首先|重点是前|另外/;

/** 抓好三个方面工作。一是…二是…三是…四是…. */
function countsOfPoints(draft: Draft): Finding[] {
  const { text } = draft;
  const items = numberedItems(draft);
  return numberingSequences(draft, items).flatMap((sequence) => {
    const first = sequence[0]!;
    if (first.value !== 1 || sequence.some(({ value }, i) => value !== i + 1) || sequence.length < 2) return [];
    const from = Math.max(0, first.start - REACH);
    const before = text.slice(from, first.start).replace(/[\s　]+$/, '');
    const said = ANNOUNCES.exec(before);
    const stated = said ? readCount(said[1]!) : undefined;
    if (!said || stated === undefined || stated === sequence.length || OPEN.test(said[0])) return [];
    // Fewer may be told than announced while the draft is being written.
    if (sequence.length < stated && !isFinished(draft, sequence, items)) return [];
    const at = from + said.index + said[0].indexOf(said[1]!);
    return [finding(text, { start: at, end: at + /^.[个点条项件]?/.exec(text.slice(at))![0].length }, sequence.length)];
  });
}

/** Whether the points end before their paragraph or their paragraph before the draft does. */
function isFinished(
  { text, blocks }: Draft,
  sequence: readonly NumberedItem[],
  items: readonly NumberedItem[],
): boolean {
  const last = sequence.at(-1)!;
  if (last.leads)
    return items.some(
      ({ start, leads, style }) => start > last.end && leads && style !== last.style && isAbove(style, last.style),
    );
  const block = blocks.find(({ start, end }) => start <= last.start && last.start < end);
  return block !== undefined && (text.slice(block.end).trim() !== '' || isClosed(text, block, sequence));
}

/** Whether the points stand in one sentence, which has its full stop. */
function isClosed(text: string, { sentences }: Block, sequence: readonly NumberedItem[]): boolean {
  const [first, last] = [sequence[0]!, sequence.at(-1)!];
  const at = sentences.findIndex(({ start, end }) => start <= first.start && last.start < end);
  return at >= 0 && text[sentences[at]!.end - 1] === '。';
}

/** Whether points of one style stand above those of another; 一是 and 第一 are below all levels. */
function isAbove(a: NumberingStyle, b: NumberingStyle): boolean {
  const [higher, lower] = [LEVELS.indexOf(a), LEVELS.indexOf(b)];
  return higher >= 0 && (lower < 0 || higher < lower);
}

const COUNTED_WORD =
  /[“"]?([两二三四五六七八九十])(?:个|大|项)([\p{Script=Han}]{1,4})[”"](?:[^，。；：、“”]{0,8})?(?:，|：|——|，?即|，?也就是|（|，?就是|，?分别是|，?着力|，?做到|，?坚持|，?包括)(?:即|要|就是|坚持|做到)?/gu;

/** “五个聚焦”，即聚焦产业、聚焦创新、聚焦生态、聚焦民生: every item begins or ends with the word that is counted. */
function countsOfWords({ text }: Draft): Finding[] {
  return [...text.matchAll(COUNTED_WORD)].flatMap((match) => {
    const [words, numeral, word] = match as unknown as [string, string, string];
    const list = /^[^。！？；\n）]*/.exec(text.slice(match.index + words.length))![0];
    const parts = list.split(/[、，]/);
    const bare = (part: string) => part.replace(/[“”"]/g, '');
    const leads = bare(parts[0]!).startsWith(word);
    if (!leads && !bare(parts[0]!).endsWith(word)) return [];
    const isOne = (part: string) => (leads ? bare(part).startsWith(word) : bare(part).endsWith(word));
    const stop = parts.findIndex((part) => !isOne(part));
    const count = stop < 0 ? parts.length : stop;
    // 服务发展、服务民生和稳定: the last item may be two.
    if (/[和与及]/.test(parts[count - 1] ?? '')) return [];
    const stated = readCount(numeral);
    // 聚焦产业、创新: an item that goes on with another word says nothing of its count.
    if (count < 2 || stated === undefined || count === stated || parts.slice(count).some(isOne)) return [];
    if (
      stop >= 0 &&
      list.slice(0, parts.slice(0, count + 1).join('，').length).lastIndexOf('、') >=
        parts.slice(0, count).join('，').length
    )
      return [];
    const start = match.index + words.search(/[两二三四五六七八九十]/);
    return [finding(text, { start, end: start + 2 + word.length }, count)];
  });
}

function readCount(numeral: string): number | undefined {
  return numeral === '两' ? 2 : readNumeral(numeral);
}

function finding(text: string, { start, end }: Span, count: number): Finding {
  return {
    code: 'figure.inconsistent',
    start,
    end,
    message: l10n.t('“{0}” is announced, but {1} follow.', text.slice(start, end), count),
    related: [],
    fixes: [],
  };
}
