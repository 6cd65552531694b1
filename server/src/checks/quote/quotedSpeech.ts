/** Finds the quotations of a draft that give somebody's words: not terms, titles, slogans or irony in quotation marks. */
import type { Block, Draft, Quotation } from '../../draft/draft';
import { letterText } from '../../index/letterText';
import { contains, lastStartingAt, type Span } from '../../text/span';

/** Quoted words, without their marks; offsets in UTF-16 code units of the draft's text. */
export interface QuotedSpeech extends Span {
  /** A speaker or document is named for the words, or they stand in a block quote; else their length and form tell. */
  readonly attributed: boolean;
  /** What names the speaker: the words before the quotation in its sentence, those after it, or the line that signs it. */
  readonly attribution: string;
  /** Where the attribution stands in the draft. */
  readonly attributionAt: number;
  /** The words between omissions (……), each to be found in a source on its own. */
  readonly pieces: readonly Span[];
  /** Where a reference to the source belongs: after the closing mark. */
  readonly referenceAt: number;
}

/** Quoted words shorter than this are a term or a set phrase (“放管服”, “十五五”). In letters. */
const SHORTEST_SPEECH = 8;
/** Without a speaker only longer words that make a clause are somebody's. In letters. */
const SHORTEST_UNATTRIBUTED = 12;

const SPEAKING =
  '指出|强调|说|说过|讲过|提出|要求|写道|明确|表示|认为|告诫|嘱托|叮嘱|勉励|号召|宣告|宣布|提到|讲到|谈到|寄语|批示|曾言|有言|所言|所说|所讲|概括为|阐明|重申|规定|部署|云|曰';
const SPEAKING_BEFORE = new RegExp(`(?:${SPEAKING})(?:过|了|道|的是|到|的|，|,|：|:|[ \\t\u3000])*$`);
const SPEAKING_AFTER =
  /^[”’」』"，,。]*(?:的)?(?:重要|殷殷|谆谆|科学|著名|深刻)*(?:论述|指示|论断|嘱托|重要讲话|名言|诗句|古训|教诲|（?——)/;
/** “…”，总书记这样强调。 */
const SPEAKER_AFTER = new RegExp(
  `^[”’」』"]*[，,](?:这(?:是|句话)?)?[^，。；：“”「」]{2,30}?(?:${SPEAKING})(?:过|道|的)?(?:[，。；！]|$)`,
);
/** A name, theme or slogan in quotation marks, however long it is. */
const NAMED_BEFORE =
  /(?:主题[是为]?|题为|名为|定名为|命名为|以|围绕|关于|举办|召开|举行|开展|启动|主办|发布|获|获得|授予|评为|评选|称号|口号|标语|栏目|系列|品牌|号|之|年|届|的|《)$/;
const NAMED_AFTER =
  /^[”’」』"]*(?:为(?:主题|题|主线)|活动|行动|工程|计划|论坛|会议|座谈会|研讨会|称号|专项|项目|系列|展|展览|主题|品牌|精神)/;
/** Between two quotations of one speaker: 强调“…”“…”，“…”. */
const BETWEEN = /^[”’」』"、，,；;和以及并与“‘「『]*$/;
const SIGNATURE = /^[—─-]{1,2}[ \t]*\S/;
const OMISSION = /(?:…+|\.{3,}|⋯+|。{3,})/g;

/** All of them, ascending. O(length of the draft). */
export function quotedSpeech(draft: Draft): QuotedSpeech[] {
  const found: QuotedSpeech[] = [];
  let last: QuotedSpeech | undefined;
  let outerEnd = 0;
  for (const quotation of draft.quotations) {
    if (quotation.kind === 'block' || quotation.start < outerEnd) continue;
    outerEnd = quotation.end;
    const title = lastStartingAt(draft.titles, quotation.start);
    if (title && contains(title, quotation)) continue;
    const speech = read(draft, quotation, last);
    if (!speech) continue;
    last = speech;
    found.push(speech);
  }
  found.push(...blockQuotes(draft), ...signedParagraphs(draft));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function read(draft: Draft, quotation: Quotation, previous: QuotedSpeech | undefined): QuotedSpeech | undefined {
  const { text } = draft;
  const length = letterText(text.slice(quotation.start, quotation.end)).letters.length;
  if (length < SHORTEST_SPEECH) return undefined;
  const lead = leadOf(draft, quotation.start - 1);
  const after = text.slice(quotation.end, quotation.end + LONGEST_TAIL).split('\n', 1)[0]!;
  const tail = SPEAKER_AFTER.exec(after)?.[0];
  const follows = previous?.attributed === true && BETWEEN.test(text.slice(previous.end, quotation.start));
  const before = SPEAKING_BEFORE.test(lead);
  const attributed =
    follows || before || ((SPEAKING_AFTER.test(after) || tail !== undefined) && !NAMED_BEFORE.test(lead));
  if (!attributed) {
    if (length < SHORTEST_UNATTRIBUTED || NAMED_BEFORE.test(lead) || NAMED_AFTER.test(after)) return undefined;
    if (!isSentence(text.slice(quotation.start, quotation.end))) return undefined;
  }
  const isTail = !follows && !before && tail !== undefined;
  const own = isTail ? { attribution: tail, attributionAt: quotation.end } : leadAt(lead, quotation.start - 1);
  return {
    start: quotation.start,
    end: quotation.end,
    attributed,
    attribution: follows ? previous.attribution : own.attribution,
    attributionAt: follows ? previous.attributionAt : own.attributionAt,
    pieces: piecesOf(text, quotation),
    referenceAt: quotation.end + 1,
  };
}

function leadAt(lead: string, end: number): Pick<QuotedSpeech, 'attribution' | 'attributionAt'> {
  return { attribution: lead, attributionAt: end - lead.length };
}

/** More than one clause, or a full sentence. */
function isSentence(words: string): boolean {
  return /[，,；;。！？]./.test(words) || /[。！？]$/.test(words);
}

const LONGEST_LEAD = 80;
const LONGEST_TAIL = 48;

/** The words of the sentence before an offset. */
function leadOf({ text }: Draft, before: number): string {
  const from = Math.max(0, before - LONGEST_LEAD);
  const lead = text.slice(from, before);
  return lead.slice(Math.max(lead.lastIndexOf('\n'), lead.search(/[。！？!?][^。！？!?]*$/)) + 1);
}

/** Block quotes, consecutive lines together: quoting is what they are for. A signature line is no words of the quotation. */
function blockQuotes(draft: Draft): QuotedSpeech[] {
  const { text, blocks } = draft;
  const found: QuotedSpeech[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'blockQuote') continue;
    const words = text.slice(block.start, block.end);
    if (SIGNATURE.test(words) || letterText(words).letters.length < SHORTEST_UNATTRIBUTED) continue;
    const next = blocks[i + 1];
    const previous = blocks[i - 1];
    if (next && SIGNATURE.test(text.slice(next.start, next.end))) found.push(whole(text, block, next));
    else if (previous && INTRODUCES.test(text.slice(previous.start, previous.end))) {
      found.push(
        whole(text, block, { start: Math.max(previous.start, previous.end - LONGEST_LEAD), end: previous.end }),
      );
    } else found.push(whole(text, block, { start: block.start, end: block.start }));
  }
  return found;
}

/** A paragraph that leads to what follows: …有这样一段话： */
const INTRODUCES = /[：:]\s*$/;

const SIGNED_BY = /(?:讲话|指出|强调|提出|考察|会议|座谈会|报告|致辞|演讲|批示|回信|贺信|全会|《|\d{4}年)/;

/** A title with ——在…会议上的报告 below it is none. */
const IS_SENTENCE = /[。！？…]\s*$/;

/** A paragraph without marks that the next line signs: ——习近平2018年…在…上的讲话. */
function signedParagraphs(draft: Draft): QuotedSpeech[] {
  const { text, blocks } = draft;
  const found: QuotedSpeech[] = [];
  for (let i = 1; i < blocks.length; i++) {
    const block = blocks[i - 1]!;
    const next = blocks[i]!;
    if (block.kind !== 'prose' || next.kind !== 'prose') continue;
    const signature = text.slice(next.start, next.end);
    if (signature.length > LONGEST_LEAD * 2 || !SIGNATURE.test(signature) || !SIGNED_BY.test(signature)) continue;
    if (
      /^[“「『"]/.test(text.slice(block.start)) ||
      !IS_SENTENCE.test(text.slice(block.start, block.end)) ||
      letterText(text.slice(block.start, block.end)).letters.length < SHORTEST_UNATTRIBUTED
    )
      continue;
    found.push(whole(text, block, next));
  }
  return found;
}

/** A block as a quotation; `attribution` is where the draft says whose. */
function whole(text: string, block: Block, attribution: Span): QuotedSpeech {
  const { start, end } = block;
  return {
    start,
    end,
    attributed: true,
    attribution: text.slice(attribution.start, Math.min(attribution.end, attribution.start + 2 * LONGEST_LEAD)),
    attributionAt: attribution.start,
    pieces: piecesOf(text, block),
    referenceAt: end,
  };
}

function piecesOf(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const pieces: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    if (letterText(words.slice(from, to)).letters.length >= SHORTEST_SPEECH)
      pieces.push({ start: start + from, end: start + to });
  };
  for (const match of words.matchAll(OMISSION)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(words.length);
  return pieces;
}

/** Whether words lead to what somebody says: …强调， */
export function leadsToSpeech(words: string): boolean {
  return SPEAKING_BEFORE.test(words.replace(/[“‘「『]$/, ''));
}

/** The sentences of a piece that are long enough to be somebody's, without the white space around them. */
export function sentencesOf({ text }: Draft, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^。！？\s][^。！？\n]*[。！？]?/g)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter((sentence) => letterText(text.slice(sentence.start, sentence.end)).letters.length >= SHORTEST_SPEECH);
}

const INDIRECT = new RegExp(
  `(?:总书记|习近平|主席|总理|书记|同志|报告|会议|全会|大会|讲话|决定|意见|规划|纲要|通知|条例|宪法|党章|》|法(?![规律治院人制定国官])》?)[^，。；：]{0,24}?(?:${SPEAKING})[，：,:]`,
);

/** 根据《…法》和有关法律规定，…: what goes by a document says nothing of its words. */
const GOES_BY =
  /(?:根据|依据|按照|依照|遵照|遵守|贯彻|落实|符合|违反|围绕)[^，。；：]*(?:规定|部署|要求|明确|提出)[，：,:]$/;

/** What a sentence reports somebody or some document as saying, without quotation marks; its end is the sentence's. */
export interface IndirectSpeech extends Span {
  readonly attribution: string;
  readonly attributionAt: number;
}

/** 会议指出，…。 O(length of the draft). */
export function indirectSpeech(draft: Draft): IndirectSpeech[] {
  const found: IndirectSpeech[] = [];
  for (const block of draft.blocks) {
    for (const sentence of block.sentences) {
      const match = INDIRECT.exec(draft.text.slice(sentence.start, sentence.end));
      if (!match) continue;
      const start = sentence.start + match.index + match[0].length;
      if (GOES_BY.test(draft.text.slice(sentence.start, start))) continue;
      found.push({
        start,
        end: sentence.end,
        attribution: draft.text.slice(sentence.start, start),
        attributionAt: sentence.start,
      });
    }
  }
  return found;
}
