/**
 * Targets that a newer document of the corpus has set anew. Certain only where the draft repeats what an older source says
 * (the indicator, the year and the figure), a newer one of the same place and level gives the indicator another figure for
 * that year, and none as new gives the old one.
 */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { TargetClaim } from '../../draft/claim';
import { targetClaims } from '../../draft/claims';
import { parseDraft } from '../../draft/parseDraft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Corpus } from '../../index/corpus';
import type { IndexedDocument } from '../../index/segment';
import { keyOf } from '../../text/keyText';
import type { Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';
import { nameSource, relatedPassage } from '../sourceReference';

/** A target as a text gives it: the words of the indicator directly before the figure. Offsets in the text read. */
interface StatedTarget {
  readonly indicator: string;
  readonly figure: Quantity;
  /** The year of the deadline. */
  readonly year: string;
}

/** What a source sets, with its passage. */
interface SourceTarget {
  readonly document: IndexedDocument;
  readonly value: number;
  readonly written: string;
  readonly passage: Span;
}

/** Documents in which targets are set. */
const SETTING_KINDS = new Set(['plan', 'work-report', 'communique', 'notice', 'law']);
/** Occurrences of an indicator looked at. */
const MOST_OCCURRENCES = 60;

/** The finding for a claim whose deadline lies ahead. O(log corpus + occurrences × paragraph). */
export function setAnew(corpus: Corpus, place: SentencePlace, claim: TargetClaim): Finding | undefined {
  if (corpus.documents.length === 0) return undefined;
  for (const target of statedTargets(place.draft.text, claim)) {
    const sources = sourceTargets(corpus, target, place.today);
    const older = sources.filter(({ value }) => value === target.figure.value);
    const newer = newest(sources.filter(({ document }) => older.some((old) => succeeds(document, old.document))));
    if (!newer || newer.value === target.figure.value) continue;
    const old = newest(older.filter(({ document }) => succeeds(newer.document, document)));
    if (!old || older.some(({ document }) => !isBefore(document, newer.document))) continue;
    return {
      code: 'target.outdated',
      start: claim.start,
      end: Math.max(claim.end, target.figure.end),
      message: l10n.t(
        '{0} is what {1} set; {2} has set {3} since.',
        place.draft.text.slice(target.figure.start, target.figure.end),
        nameSource(old.document),
        nameSource(newer.document),
        newer.written,
      ),
      related: [newer, old].map(({ document, passage }) => relatedPassage(corpus, { document, ...passage })),
      fixes: [
        {
          title: l10n.t('Write “{0}”', newer.written),
          edits: [{ start: target.figure.start, end: target.figure.end, newText: newer.written }],
          preferred: false,
        },
      ],
    };
  }
  return undefined;
}

/** From an indicator to its figure: 研发投入强度达到3%. */
const REACHES =
  /(?:达到|达|提高到|提升到|提高至|提升至|增加到|增加至|扩大到|下降到|降到|降低到|控制在|保持在|稳定在|为|不低于|不少于|超过|突破)+$/;
const INDICATOR = /\p{Script=Han}{4,12}$/u;
/** What stands before an indicator and is not part of it. */
const NOT_INDICATOR = /^.*(?:[全我本][国省市县区州镇]|力争|确保|努力|实现|使|其中|将|要|的)/;

function statedTargets(text: string, { deadline, governed, quantities }: TargetClaim): StatedTarget[] {
  const year = deadline.to.slice(0, 4);
  return quantities.flatMap((figure) => {
    if (figure.unit === '' || figure.unit === '年') return [];
    const clause = text.slice(Math.max(governed.start, deadline.end), figure.start);
    const before = clause.slice(clause.search(/[^，,；;、：:]*$/));
    if (!REACHES.test(before)) return [];
    const words = before.replace(REACHES, '').replace(NOT_INDICATOR, '');
    const indicator = INDICATOR.exec(words)?.[0];
    return indicator === undefined || /增长|增速|每年|年均/.test(indicator) ? [] : [{ indicator, figure, year }];
  });
}

function sourceTargets(corpus: Corpus, target: StatedTarget, today: string): SourceTarget[] {
  const found = new Map<string, SourceTarget>();
  for (const occurrence of corpus.occurrences(keyOf(target.indicator), MOST_OCCURRENCES)) {
    const { document } = occurrence;
    if (document.date === undefined || document.date > today || !SETTING_KINDS.has(document.kind)) continue;
    const { start } = corpus.passage(occurrence);
    const paragraph = corpus.paragraphAround(document, start);
    for (const stated of paragraphTargets(document, paragraph)) {
      if (stated.year !== target.year || stated.indicator !== target.indicator) continue;
      if (stated.figure.unit !== target.figure.unit) continue;
      const passage = { start: paragraph.start + stated.figure.start, end: paragraph.start + stated.figure.end };
      found.set(`${document.path} ${passage.start}`, {
        document,
        value: stated.figure.value,
        written: document.cleanText(passage.start, passage.end),
        passage,
      });
    }
  }
  return [...found.values()];
}

/** A longer paragraph is not read. In UTF-16 code units. */
const LONGEST_PARAGRAPH = 4000;
const paragraphs = new WeakMap<IndexedDocument, Map<number, readonly StatedTarget[]>>();

/** The targets set in a paragraph of a document, read once. Offsets in the paragraph. */
function paragraphTargets(document: IndexedDocument, { start, end }: Span): readonly StatedTarget[] {
  if (end - start > LONGEST_PARAGRAPH) return [];
  const read = paragraphs.get(document) ?? new Map<number, readonly StatedTarget[]>();
  paragraphs.set(document, read);
  let targets = read.get(start);
  if (!targets) {
    const draft = parseDraft(`file://${document.path}`, document.cleanText(start, end));
    targets = sentencePlaces(draft, document.date!).flatMap((place) =>
      targetClaims(place)
        .filter(({ deadline, modality }) => deadline.to > document.date! && SETS.has(modality))
        .flatMap((claim) => statedTargets(draft.text, claim)),
    );
    read.set(start, targets);
  }
  return targets;
}

/** 到2030年…提高到60% in a plan is read as a report elsewhere; ahead of the document's date it can only be a target. */
const SETS = new Set(['intention', 'bare', 'report']);

/** A later document whose word counts for the same place. */
function succeeds(later: IndexedDocument, earlier: IndexedDocument): boolean {
  return (
    isBefore(earlier, later) &&
    later.level !== undefined &&
    later.level === earlier.level &&
    later.place === earlier.place
  );
}

function isBefore(earlier: IndexedDocument, later: IndexedDocument): boolean {
  return earlier.date! < later.date!;
}

function newest(targets: readonly SourceTarget[]): SourceTarget | undefined {
  return targets.reduce<SourceTarget | undefined>(
    (latest, target) => (latest && !isBefore(latest.document, target.document) ? latest : target),
    undefined,
  );
}
