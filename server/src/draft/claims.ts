/** Reads from a sentence which targets it sets, for when, and whether it means them, reports them or tells of them. */
import { type DateMention, findDates } from '../text/dates';
import { findQuantities } from '../text/quantities';
import type { Span } from '../text/span';
import { contains } from '../text/span';
import type { Modality, TargetClaim } from './claim';
import type { Block, Draft, Sentence } from './draft';
import { findWord, hasWord } from './modalityWords';

/** Quoted words at least this long are somebody's words; shorter ones are a name (“十四五”). In UTF-16 code units. */
const LONGEST_QUOTED_NAME = 9;

/** Where in a draft a sentence stands: what surrounds it decides how its claims are meant. */
export interface SentencePlace {
  readonly draft: Draft;
  readonly block: Block;
  readonly sentence: Sentence;
  /** The day the draft is read at, `YYYY-MM-DD`. */
  readonly today: string;
  /** The section tells what has been: 2025年工作回顾. */
  readonly inRetrospect: boolean;
}

/** All sentences of a draft that features and checks read, with where they stand. O(length of the draft). */
export function* sentencePlaces(draft: Draft, today: string): Generator<SentencePlace> {
  const retrospects = retrospectSpans(draft);
  let next = 0;
  for (const block of draft.blocks) {
    if (block.kind !== 'prose' && block.kind !== 'heading') continue;
    while (next < retrospects.length && retrospects[next]!.end <= block.start) next++;
    const retrospect = retrospects[next];
    const inRetrospect = retrospect !== undefined && retrospect.start <= block.start;
    for (const sentence of block.sentences) yield { draft, block, sentence, today, inRetrospect };
  }
}

/** The targets a sentence sets or speaks of, ascending. O(length of the sentence). */
export function targetClaims(place: SentencePlace): TargetClaim[] {
  const { draft, sentence, today } = place;
  const dates = findDates(draft.text, sentence, today);
  const deadlines = dates.filter((date) => isDeadline(draft.text, date, sentence));
  return deadlines.map((deadline, i) => {
    const until = deadlines[i + 1]?.start ?? sentence.end;
    const semicolon = draft.text.slice(deadline.end, until).search(/[；;]/);
    const governed = { start: deadline.start, end: semicolon < 0 ? until : deadline.end + semicolon };
    const near = nearestClauses(sentence, deadline, governed);
    const { modality, marker } = readModality(place, { date: deadline, governed, near });
    return {
      start: Math.min(deadline.start, marker?.start ?? deadline.start),
      end: claimEnd(sentence, deadline, governed),
      deadline,
      modality,
      ...(marker && { marker }),
      governed,
      quantities: findQuantities(draft.text, governed, dates),
    };
  });
}

/** A date is a deadline by its own words (到…, …前), or because a word of intention stands directly before it. */
function isDeadline(text: string, date: DateMention, sentence: Span): boolean {
  if (date.role === 'by') return true;
  if (date.role !== 'in' || date.form === 'range') return false;
  const before = text.slice(Math.max(sentence.start, date.start - 3), date.start);
  return (
    /(?:力争|争取|确保|力求|预计|计划|拟于|有望)(?:在|于)?$/.test(before) ||
    /末$/.test(text.slice(date.start, date.end))
  );
}

/** To the end of the first clause that says something: a deadline set off by a comma takes the clause after it. */
function claimEnd(sentence: Sentence, deadline: DateMention, governed: Span): number {
  for (const clause of sentence.clauses) {
    if (clause.end <= deadline.end) continue;
    if (clause.start > deadline.end || clause.end > deadline.end + 1) return Math.min(clause.end, governed.end);
  }
  return governed.end;
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

/** How what is said under a date is meant, with the word of intention that shows it. O(length of the paragraph). */
export function readModality(place: SentencePlace, words: TimedWords): { modality: Modality; marker?: Span } {
  const { draft, sentence, inRetrospect } = place;
  const { date, governed, near } = words;
  const { text } = draft;
  const lead = { start: sentence.start, end: date.start };
  if (isCited(draft, date)) return { modality: 'cited' };
  if (hasWord(text, sentence, 'hypothetical')) return { modality: 'hypothetical' };
  if (hasWord(text, sentence, 'telling')) return { modality: 'history' };
  if (hasWord(text, lead, 'setting') && !hasWord(text, lead, 'following')) return { modality: 'history' };
  if (tellsSetting(place)) return { modality: 'history' };
  if (date.role === 'asOf') return { modality: 'report' };
  const told = inRetrospect && !hasWord(text, sentence, 'forward');
  const marker = findWord(text, near, 'intention');
  if (marker && !hasWord(text, near, 'report'))
    return told ? { modality: 'history' } : { modality: 'intention', marker };
  if (told || hasWord(text, governed, 'report') || hasWord(text, governed, 'accomplished'))
    return { modality: 'report' };
  return { modality: 'bare' };
}

/** From the words directly before a deadline to the end of the first clause it governs: where a marker means it. */
function nearestClauses(sentence: Sentence, deadline: DateMention, governed: Span): Span {
  const own = sentence.clauses.find((clause) => clause.start <= deadline.start && deadline.start < clause.end);
  return { start: own?.start ?? deadline.start, end: claimEnd(sentence, deadline, governed) };
}

/** Whether a span lies in a 《title》, in brackets after one, or in quoted words that are more than a name. */
export function isCited(draft: Draft, span: Span): boolean {
  if (draft.titles.some((title) => contains(title, span))) return true;
  if (
    draft.quotations.some(
      (quotation) => quotation.end - quotation.start > LONGEST_QUOTED_NAME && contains(quotation, span),
    )
  ) {
    return true;
  }
  return (
    /[（(〔]$/.test(draft.text.slice(span.start - 1, span.start)) &&
    /^[）)〕]/.test(draft.text.slice(span.end, span.end + 1))
  );
}

/** How far back the document being told may have been named. */
const SENTENCES_BACK = 6;

/** Whether an earlier sentence of the paragraph dates a document or meeting that set the targets being told. */
function tellsSetting({ draft, block, sentence, today }: SentencePlace): boolean {
  const year = today.slice(0, 4);
  const at = block.sentences.indexOf(sentence);
  for (const earlier of block.sentences.slice(Math.max(0, at - SENTENCES_BACK), at)) {
    if (!hasWord(draft.text, earlier, 'setting') || hasWord(draft.text, earlier, 'following')) continue;
    const told = findDates(draft.text, earlier, today).some(
      (date) => date.role === 'in' && date.form === 'date' && date.to.slice(0, 4) < year,
    );
    if (told) return true;
  }
  return false;
}

const RETROSPECT_TITLE = /回顾|成就|成绩|总结|历程|进展情况|完成情况|工作情况|执行情况|主要成效|取得的|回望|发展基础/;
const FORWARD_TITLE = /建议|打算|安排|任务|目标|思路|部署|举措|措施|要求|展望/;

/** The sections whose heading says that they tell what has been, with their subsections; ascending, disjoint. */
function retrospectSpans(draft: Draft): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < draft.headings.length; i++) {
    const heading = draft.headings[i]!;
    if (!RETROSPECT_TITLE.test(heading.title) || FORWARD_TITLE.test(heading.title)) continue;
    const last = spans.at(-1);
    if (last && heading.start < last.end) continue;
    const after = draft.headings.slice(i + 1).find((next) => next.level <= heading.level);
    spans.push({ start: heading.start, end: after?.start ?? draft.text.length });
  }
  return spans;
}
