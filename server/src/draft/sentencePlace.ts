/** A sentence with what surrounds it: enough to tell whether it plans, reports or tells. */
import { type DateMention, findDates } from '../text/dates';
import { firstDay, lastDay } from '../text/partialDate';
import { contains, lastStartingAt, type Span } from '../text/span';
import type { Block, Draft, Heading, Sentence } from './draft';
import { findWords, hasWord } from './modalityWords';

/** Quoted words longer than this are somebody's words; shorter ones are a name (“十四五”). In UTF-16 code units. */
const LONGEST_QUOTED_NAME = 9;
/** How many sentences back the document being told may have been named. */
const SENTENCES_BACK = 6;

/** Where a sentence stands in a draft read on a day. What is asked of it is worked out once. */
export class SentencePlace {
  #dates: readonly DateMention[] | undefined;
  #isHypothetical: boolean | undefined;
  #isTelling: boolean | undefined;
  #firstSetting: number | undefined;
  #tellsSetting: boolean | undefined;

  constructor(
    readonly draft: Draft,
    readonly block: Block,
    /** The sentence's index in its block. */
    readonly index: number,
    /** The day the draft is read at, `YYYY-MM-DD`. */
    readonly today: string,
    /** The section tells what has been, from this day on: 2025年工作回顾; undefined where it does not. */
    readonly retrospectFrom: string | undefined,
    /** Titles, brackets after them and longer quotations of the draft, disjoint and ascending. */
    readonly cited: readonly Span[],
  ) {}

  /** The section tells what has been: 2025年工作回顾. */
  get inRetrospect(): boolean {
    return this.retrospectFrom !== undefined;
  }

  /** Whether the section tells of a time when what ended on `until` (a partial date) still was. */
  looksBackTo(until: string): boolean {
    return this.retrospectFrom !== undefined && lastDay(until) >= this.retrospectFrom;
  }

  get sentence(): Sentence {
    return this.block.sentences[this.index]!;
  }

  /** The dates of the sentence, ascending. */
  get dates(): readonly DateMention[] {
    this.#dates ??= findDates(this.draft.text, this.sentence, this.today);
    return this.#dates;
  }

  get isHypothetical(): boolean {
    this.#isHypothetical ??= hasWord(this.draft.text, this.sentence, 'hypothetical');
    return this.#isHypothetical;
  }

  /** Tells of a plan or compares with one: 原定, 曾, 对照. */
  get isTelling(): boolean {
    this.#isTelling ??=
      hasWord(this.draft.text, this.sentence, 'telling') || this.#isLookedBackOn() || this.isOfExcerpt;
    return this.#isTelling;
  }

  /** Whether a target at `offset` was set by someone the sentence names before: 党的十八大提出到2020年…. */
  isSetBefore(offset: number): boolean {
    this.#firstSetting ??= firstSetting(this.draft.text, this.sentence);
    return this.#firstSetting < offset;
  }

  /** Whether an earlier sentence of the paragraph dates a document or meeting that set the targets being told. */
  get tellsSetting(): boolean {
    this.#tellsSetting ??= this.#findSetting();
    return this.#tellsSetting;
  }

  /** Whether a span lies in a 《title》, in brackets of its own, or in quoted words that are more than a name. */
  isCited(span: Span): boolean {
    const around = lastStartingAt(this.cited, span.start);
    if (around && contains(around, span)) return true;
    const { text } = this.draft;
    return /[（(〔]/.test(text[span.start - 1] ?? '') && /[）)〕]/.test(text[span.end] ?? '');
  }

  /** Whether a span lies in quoted words that the sentence takes as its own goal: 围绕“2025年建成…”这个目标. */
  isFollowedQuote(span: Span): boolean {
    const around = lastStartingAt(this.cited, span.start);
    if (!around || !contains(around, span)) return false;
    const { text } = this.draft;
    const before = text.slice(Math.max(this.sentence.start, around.start - 6), around.start);
    const after = text.slice(around.end, this.sentence.end);
    return (
      (/(?:围绕|锚定|紧扣|聚焦|瞄准|实现|对照|朝着|向着)(?:实现)?“?$/.test(before) &&
        /^”?(?:这个|这一|的)?(?:总|总体|宏伟|奋斗|工作|既定)*(?:目标|任务|愿景)/.test(after)) ||
      (/(?:按照|落实|根据|遵照|对标)“?$/.test(before) &&
        /^”?(?:这个|这一|的)?(?:总|总体|工作|既定|进度|时间)*(?:目标|任务|要求|部署|节点|安排|时间表)/.test(after) &&
        /抓紧|倒排|加紧|挂图|(?<![主重需首只])要(?!求)|必须|务必|确保/.test(after))
    );
  }

  /** Whether the sentence stands under words that announce goals: a heading or a short sentence before it (主要目标。). */
  get isUnderGoals(): boolean {
    if (this.inRetrospect) return false;
    const { text, headings } = this.draft;
    for (let i = this.index - 1; i >= 0; i--) {
      const { start, end } = this.block.sentences[i]!;
      if (end - start <= LONGEST_ANNOUNCEMENT && GOALS.test(text.slice(start, end))) return true;
    }
    const heading = lastStartingAt(headings, this.sentence.start);
    return heading !== undefined && heading.start !== this.block.start && GOALS.test(heading.title);
  }

  /** The next sentence looks back on what this one says: 当时任务之重…. */
  #isLookedBackOn(): boolean {
    const next = this.block.sentences[this.index + 1];
    return next !== undefined && LOOKS_BACK.test(this.draft.text.slice(next.start, Math.min(next.end, next.start + 8)));
  }

  /** 附：2019年工作要点（摘录）。…: words of a document that is only attached. */
  get isOfExcerpt(): boolean {
    const from = this.block.start;
    return EXCERPT.test(this.draft.text.slice(from, Math.min(this.sentence.start, from + REACH_OF_EXCERPT)));
  }

  #findSetting(): boolean {
    const { draft, block, today } = this;
    const year = today.slice(0, 4);
    return block.sentences.slice(Math.max(0, this.index - SENTENCES_BACK), this.index).some((earlier) => {
      if (firstSetting(draft.text, earlier) === Number.POSITIVE_INFINITY) return false;
      return findDates(draft.text, earlier, today).some(
        (date) => date.role === 'in' && date.form === 'date' && date.to.slice(0, 4) < year,
      );
    });
  }
}

/** Where the first word that sets a target for others ends; infinite where none does, or where the setter is followed: 按照规划要求. */
function firstSetting(text: string, sentence: Span): number {
  for (const word of findWords(text, sentence, 'setting')) {
    const before = text.slice(sentence.start, word.start);
    if (OWN_WORDS.test(before) || SETTING_AS_TASK.test(before)) continue;
    // 对照中央关于…的部署，争取到2022年…: a noun, and no telling.
    if (before.endsWith('的') && /^(?:部署|要求|规划|规定|承诺)[，,]/.test(text.slice(word.start, word.end + 1)))
      continue;
    if (hasWord(text, { start: sentence.start, end: word.start }, 'following')) break;
    return word.end - 1;
  }
  return Number.POSITIVE_INFINITY;
}

const LOOKS_BACK = /^(?:在)?(?:当时|那时|彼时|那几年|几年过去|如今|现在看|今天看|后来|最终|结果)/;

/** 我们承诺：…: the speaker's own; 会议要求，…: the minutes' own. */
const OWN_WORDS =
  /^(?:在此|在这里|今天|这里)?[，,]?我们?(?:再次|郑重|在此|庄严)*$|^(?:本次|这次|此次)?会议(?:还|同时)?$/;
/** 各部门要抓紧制定…: to set something is the task itself. */
const SETTING_AS_TASK =
  /(?<![主重需首])要(?:抓紧|加快|尽快|认真|科学|研究|及时|进一步|牵头|组织|分别|尽早|同步|着手|抓好)+$/;

/** Where a paragraph says so, from its start, in UTF-16 code units. */
const REACH_OF_EXCERPT = 40;
const EXCERPT = /[（(](?:摘录|节选|摘要)[）)]|(?:摘录|节选)如下/;
const LONGEST_ANNOUNCEMENT = 14;
/** 主要目标, 发展目标; not 目标任务完成情况. */
const GOALS = /(?:总体|主要|发展|工作|奋斗|具体|阶段|年度|预期|近期|中期|远景)目标(?!.{0,6}(?:完成|实现|达成))/;

const places = new WeakMap<Draft, { readonly today: string; readonly places: readonly SentencePlace[] }>();

/**
 * All sentences of a draft that checks read, with where they stand. Worked out once for a draft and a day.
 * O(length of the draft).
 */
export function sentencePlaces(draft: Draft, today: string): readonly SentencePlace[] {
  const known = places.get(draft);
  if (known?.today === today) return known.places;
  const made = makePlaces(draft, today);
  places.set(draft, { today, places: made });
  return made;
}

function makePlaces(draft: Draft, today: string): SentencePlace[] {
  const retrospects = retrospectSpans(draft, today);
  const cited = citedSpans(draft);
  const made: SentencePlace[] = [];
  for (const block of draft.blocks) {
    if (block.kind !== 'prose' && block.kind !== 'heading') continue;
    const retrospect = lastStartingAt(retrospects, block.start);
    const from = retrospect && block.start < retrospect.end ? retrospect.from : undefined;
    block.sentences.forEach((_, i) => {
      made.push(new SentencePlace(draft, block, i, today, from, cited));
    });
  }
  return made;
}

function citedSpans(draft: Draft): Span[] {
  const spans = [
    ...draft.titles,
    ...draft.quotations.filter((quotation) => quotation.end - quotation.start > LONGEST_QUOTED_NAME),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const disjoint: Span[] = [];
  for (const span of spans) {
    const last = disjoint.at(-1);
    if (last && span.start < last.end) {
      if (span.end > last.end) disjoint[disjoint.length - 1] = { start: last.start, end: span.end };
    } else disjoint.push({ start: span.start, end: span.end });
  }
  return disjoint;
}

const RETROSPECT_TITLE = /回顾|成就|成绩|总结|历程|进展情况|完成情况|工作情况|执行情况|主要成效|取得的|回望|发展基础/;
const FORWARD_TITLE = /建议|打算|安排|任务|目标|思路|部署|举措|措施|要求|展望/;

/** A section that tells what has been since a day, `YYYY-MM-DD`. */
interface Retrospect extends Span {
  readonly from: string;
}

/** A look back that names no time goes back no further than a term and a year. */
const YEARS_LOOKED_BACK = 6;

/** From when a section with this heading tells: from the first date it names, or for as long as looks back usually go. */
function beginningOf({ text }: Draft, heading: Heading, today: string): string {
  const [first] = findDates(text, heading, today);
  if (first && first.from <= today) return firstDay(first.from);
  return LONG_AGO.test(heading.title) ? '' : `${Number(today.slice(0, 4)) - YEARS_LOOKED_BACK}-01-01`;
}

const LONG_AGO = /以来|历程|辉煌|成就|百年|周年|历史/;

/** The sections whose heading says that they tell what has been, with their subsections; ascending, disjoint. */
function retrospectSpans(draft: Draft, today: string): Retrospect[] {
  const spans: Retrospect[] = [];
  let open: { start: number; level: number; from: string } | undefined;
  for (const heading of draft.headings) {
    if (open && heading.level <= open.level) {
      spans.push({ start: open.start, end: heading.start, from: open.from });
      open = undefined;
    }
    if (!open && RETROSPECT_TITLE.test(heading.title) && !FORWARD_TITLE.test(heading.title)) {
      open = { start: heading.start, level: heading.level, from: beginningOf(draft, heading, today) };
    }
  }
  if (open) spans.push({ start: open.start, end: draft.text.length, from: open.from });
  return spans;
}
