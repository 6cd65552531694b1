/** A sentence with what surrounds it: enough to tell whether it plans, reports or tells. */
import { type DateMention, findDates } from '../text/dates';
import { contains, lastStartingAt, type Span } from '../text/span';
import type { Block, Draft, Sentence } from './draft';
import { findWord, hasWord } from './modalityWords';

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
    /** The section tells what has been: 2025年工作回顾. */
    readonly inRetrospect: boolean,
    /** Titles, brackets after them and longer quotations of the draft, disjoint and ascending. */
    readonly cited: readonly Span[],
  ) {}

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
    this.#isTelling ??= hasWord(this.draft.text, this.sentence, 'telling');
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
  const word = findWord(text, sentence, 'setting');
  if (!word || hasWord(text, { start: sentence.start, end: word.start }, 'following')) return Number.POSITIVE_INFINITY;
  return word.end - 1;
}

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
  const retrospects = retrospectSpans(draft);
  const cited = citedSpans(draft);
  const made: SentencePlace[] = [];
  for (const block of draft.blocks) {
    if (block.kind !== 'prose' && block.kind !== 'heading') continue;
    const retrospect = lastStartingAt(retrospects, block.start);
    const inRetrospect = retrospect !== undefined && block.start < retrospect.end;
    block.sentences.forEach((_, i) => {
      made.push(new SentencePlace(draft, block, i, today, inRetrospect, cited));
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

/** The sections whose heading says that they tell what has been, with their subsections; ascending, disjoint. */
function retrospectSpans(draft: Draft): Span[] {
  const spans: { start: number; end: number }[] = [];
  let open: { start: number; level: number } | undefined;
  for (const heading of draft.headings) {
    if (open && heading.level <= open.level) {
      spans.push({ start: open.start, end: heading.start });
      open = undefined;
    }
    if (!open && RETROSPECT_TITLE.test(heading.title) && !FORWARD_TITLE.test(heading.title)) {
      open = { start: heading.start, level: heading.level };
    }
  }
  if (open) spans.push({ start: open.start, end: draft.text.length });
  return spans;
}
