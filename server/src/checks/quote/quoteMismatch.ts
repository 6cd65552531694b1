/** Finds quotations that differ from their source: in words, in the order of clauses, or in whom they are attributed to. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { type ClauseSource, clauseSource } from '../../index/clauseSource';
import type { Passage } from '../../index/corpus';
import { letterText } from '../../index/letterText';
import { type QuotationSource, quotationSource } from '../../index/quotationSource';
import { overlaps, type Span } from '../../text/span';
import type { Check, CheckConfig } from '../check';
import { comparedSource, nameSource, relatedPassage, writeSource } from '../sourceReference';
import { misattributed } from './occasionMismatch';
import { misquotedPhrase } from './phraseMismatch';
import { type IndirectSpeech, indirectSpeech, type QuotedSpeech, quotedSpeech, sentencesOf } from './quotedSpeech';
import { misquotedLine, saidLines } from './sayingMismatch';
import { misattributedLine } from './sayingOrigin';
import { certainty, isSlipOfReport, mostEdits } from './slipCertainty';
import { describeDifferences, wordingEdits } from './sourceWording';

/**
 * Only words that somebody is said to have said or written are held against the sources. What any source holds
 * exactly is right, whoever else said it otherwise; what no source comes close to is unknown and silent here.
 */
export const quoteMismatch: Check = {
  code: 'quote.mismatch',
  severity: 'error',
  run: (snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    const speeches = quotedSpeech(draft);
    for (const speech of speeches) {
      for (const piece of speech.pieces) findings.push(...ofPiece({ snapshot, draft, config }, speech, piece));
    }
    for (const speech of indirectSpeech(draft)) {
      if (draft.quotations.some((quotation) => overlaps(quotation, speech))) continue;
      const finding =
        misreported({ snapshot, draft, config }, speech) ??
        misattributed(snapshot.corpus, draft, { ...speech, isReport: true }, speech, config.path);
      if (finding) findings.push(finding);
    }
    for (const line of saidLines(snapshot, draft)) {
      const slip = misquotedLine(snapshot, draft, line, config.path);
      if (slip && !findings.some((finding) => overlaps(finding, slip))) findings.push(slip);
      const origin = misattributedLine(snapshot, draft, line);
      if (origin) findings.push(origin);
    }
    return findings;
  },
};

interface Context {
  readonly snapshot: Snapshot;
  readonly draft: Draft;
  readonly config: CheckConfig;
}

/** A piece of a quotation as a whole; where no source has it as a whole, its sentences, which may stand apart. */
function ofPiece(context: Context, speech: QuotedSpeech, piece: Span): Finding[] {
  const { snapshot, draft, config } = context;
  const source = sourceOf(context, piece);
  const sentences = source ? [] : sentencesOf(draft, piece);
  const parts = sentences.length > 1 ? sentences : [piece];
  for (const part of parts) {
    const finding =
      misquoted(context, speech, part, sentences.length > 1 ? sourceOf(context, part) : source) ??
      misquotedPhrase(snapshot, draft, speech, part, config.path) ??
      misattributed(snapshot.corpus, draft, speech, part, config.path);
    if (finding) return [finding];
  }
  return [];
}

function sourceOf({ snapshot, draft, config }: Context, { start, end }: Span): QuotationSource | undefined {
  const words = draft.text.slice(start, end);
  const maxDistance = mostEdits(letterText(words).letters.length);
  return quotationSource(snapshot.corpus, words, { maxDistance, exceptPath: config.path });
}

/** The finding for words that a source has otherwise, undefined where they are right or unknown. */
function misquoted(
  { snapshot: { corpus }, draft, config }: Context,
  speech: QuotedSpeech,
  piece: Span,
  source: QuotationSource | undefined,
): Finding | undefined {
  if (source?.distance === 0) return undefined;
  const words = draft.text.slice(piece.start, piece.end);
  const { attributed, attribution } = speech;
  const clauses = attributed ? clauseSource(corpus, words, config.path) : undefined;
  if (clauses?.kind !== 'reordered' && source) {
    const severity = certainty(corpus, words, source, { attributed, attribution, exceptPath: config.path });
    const finding = differing({ corpus, draft }, piece, source, speech.referenceAt);
    if (severity !== undefined) return { ...finding, ...(severity !== 'error' && { severity }) };
  }
  if (!clauses) return undefined;
  const { passage } = clauses;
  const last = piece.start + letterText(words).at.at(-1)! + 1;
  return {
    code: 'quote.mismatch',
    ...piece,
    message: describeClauses(clauses),
    severity: 'warning',
    related: [relatedPassage(corpus, passage)],
    ...comparedSource(corpus, passage),
    fixes: [
      takeSource([{ start: piece.start, end: last, newText: wordsOf(passage) }]),
      insertReference(speech.referenceAt, passage),
    ],
  };
}

/** The finding for words reported without quotation marks that are a source's but for a slip. */
function misreported(context: Context, speech: IndirectSpeech): Finding | undefined {
  const { snapshot, draft, config } = context;
  const { corpus } = snapshot;
  const source = sourceOf(context, speech);
  if (!source || source.distance === 0) return undefined;
  const report = { attribution: speech.attribution, ...(config.path !== undefined && { exceptPath: config.path }) };
  if (!isSlipOfReport(corpus, draft.text.slice(speech.start, speech.end), source, report)) return undefined;
  return { ...differing({ corpus, draft }, speech, source, speech.end), severity: 'warning' };
}

function differing(
  { corpus, draft }: Pick<Snapshot, 'corpus'> & Pick<Context, 'draft'>,
  { start, end }: Span,
  source: QuotationSource,
  referenceAt: number,
): Finding {
  const { passage } = source;
  return {
    code: 'quote.mismatch',
    start,
    end,
    message: l10n.t(
      'The quotation differs from its source ({0}): {1}.',
      nameSource(passage.document),
      describeDifferences(draft.text, start, source),
    ),
    related: [relatedPassage(corpus, passage)],
    ...comparedSource(corpus, passage),
    fixes: [takeSource(wordingEdits(draft.text, start, source)), insertReference(referenceAt, passage)],
  };
}

function describeClauses({ passage, kind, missing }: ClauseSource): string {
  const name = nameSource(passage.document);
  if (kind === 'reordered') return l10n.t('The source of this quotation ({0}) has its clauses in another order.', name);
  return l10n.t('The quotation leaves words of its source ({0}) out: “{1}”.', name, missing.join('…'));
}

function wordsOf({ document, start, end }: Passage): string {
  return document.cleanText(start, end).replace(/\s*\n\s*/g, '');
}

function takeSource(edits: Fix['edits']): Fix {
  return { title: l10n.t('Take the wording of the source'), edits, preferred: true };
}

function insertReference(at: number, { document }: Passage): Fix {
  const reference = writeSource(document);
  return {
    title: l10n.t('Insert the reference {0}', reference),
    edits: [{ start: at, end: at, newText: reference }],
    preferred: false,
  };
}
