/** Finds the right words under a wrong name: another document, day, speaker or occasion than their source says. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import { bestMatch } from '../../index/alignment';
import type { Corpus, Passage } from '../../index/corpus';
import { letterText } from '../../index/letterText';
import { exactSources } from '../../index/quotationSource';
import type { IndexedDocument } from '../../index/segment';
import { areEditions } from '../../index/works';
import type { Span } from '../../text/span';
import { nameSource, relatedPassage } from '../sourceReference';
import { leadsToSpeech, type QuotedSpeech } from './quotedSpeech';
import {
  areDifferentOccasions,
  leadersIn,
  mayBeSameDay,
  namedDocuments,
  statedDay,
  statedOccasion,
} from './statedOccasion';

/** Shorter words are said on many occasions. In letters. */
const SHORTEST = 15;
/** Nobody quotes a chapter. In letters. */
const LONGEST = 3000;
/** What so many documents hold is said on many occasions; a document in several editions is one. */
const MOST_SOURCES = 12;

/** What is wrong with the words that introduce or sign a quotation. */
interface Wrong extends Span {
  readonly message: string;
  /** What stands there by the source, undefined where it cannot just be put in its place. */
  readonly right?: string;
}

/**
 * Only where every source that holds the words exactly contradicts the draft: the documents named are in the corpus and
 * hold nothing like them, or each source dates, signs or places the saying otherwise. What is reported without quotation
 * marks (`isReport`) is said by many on many days: there only the document counts.
 */
export function misattributed(
  corpus: Corpus,
  draft: Draft,
  speech: Pick<QuotedSpeech, 'attribution' | 'attributionAt'> & { readonly isReport?: boolean },
  piece: Span,
  exceptPath: string | undefined,
): Finding | undefined {
  const words = draft.text.slice(piece.start, piece.end);
  const { length } = letterText(words).letters;
  if (speech.attribution === '' || length < SHORTEST || length > LONGEST) return undefined;
  const sources = exactSources(corpus, words, MOST_SOURCES + 1, exceptPath);
  if (sources.length === 0 || sources.length > MOST_SOURCES) return undefined;
  const signatures = speech.isReport ? [] : sources.map((source) => signatureOf(corpus, source));
  const wrong =
    wrongDocument(corpus, speech.attribution, { words, sources, exceptPath }) ??
    (signatures.length > 0 ? wrongSigning(speech.attribution, signatures, sources[0]!) : undefined);
  if (!wrong) return undefined;
  const at = speech.attributionAt;
  const span = { start: at + wrong.start, end: at + wrong.end };
  const { right } = wrong;
  return {
    code: 'quote.mismatch',
    ...span,
    message: wrong.message,
    severity: 'warning',
    related: [relatedPassage(corpus, sources[0]!)],
    fixes:
      right === undefined
        ? []
        : [{ title: l10n.t('Write “{0}”', right), edits: [{ ...span, newText: right }], preferred: false }],
  };
}

/** Words that stand in another document than the one named, which the corpus has too. */
function wrongDocument(
  corpus: Corpus,
  attribution: string,
  { words, sources, exceptPath }: { words: string; sources: readonly Passage[]; exceptPath: string | undefined },
): Wrong | undefined {
  for (const { span, isNamed, nameOf } of namedDocuments(attribution)) {
    const named = corpus.sources.filter((document) => document.path !== exceptPath && isNamed(document));
    if (named.length === 0) continue;
    if (sources.some(({ document }) => named.some((own) => own === document || areEditions(own, document))))
      return undefined;
    if (named.some((document) => holdsLike(document, words))) return undefined;
    const name = letterText(attribution.slice(span.start, span.end)).letters;
    // What tells of the document named has its words, or what is said of it.
    if (sources.some((source) => letterText(leadOf(corpus, source)).letters.includes(name))) return undefined;
    const { document } = sources[0]!;
    const right = nameOf(document);
    return {
      ...span,
      message: l10n.t(
        'These words stand in {0}, not in {1}.',
        nameSource(document),
        attribution.slice(span.start, span.end),
      ),
      ...(right !== undefined && { right }),
    };
  }
  return undefined;
}

/** As much of the letters may differ where a document holds words like those quoted: 要 is put before them, a word left out. */
const LIKE = 0.3;

function holdsLike(document: IndexedDocument, words: string): boolean {
  const { letters } = letterText(words);
  return bestMatch(letters, letterText(document.cleanText()).letters, Math.floor(LIKE * letters.length)) !== undefined;
}

/** A day, speaker or occasion that none of the signatures bears out. */
function wrongSigning(attribution: string, signatures: readonly string[], source: Passage): Wrong | undefined {
  const name = nameSource(source.document);
  const day = statedDay(attribution);
  if (day) {
    const days = signatures.map(statedDay);
    if (days.some((own) => own === undefined || mayBeSameDay(own, day)))
      return wrongSpeaker(attribution, signatures, name);
    const right = days[0]!.text;
    return {
      ...spanOf(attribution, day.text),
      message: l10n.t('The source of this quotation ({0}) dates it {1}.', name, right),
      right,
    };
  }
  return wrongSpeaker(attribution, signatures, name) ?? wrongOccasion(attribution, signatures, name);
}

function wrongSpeaker(attribution: string, signatures: readonly string[], name: string): Wrong | undefined {
  const [speaker, ...more] = leadersIn(attribution);
  if (speaker === undefined || more.length > 0) return undefined;
  const signed = signatures.map(leadersIn);
  if (signed.some((leaders) => leaders.length !== 1 || leaders[0] === speaker)) return undefined;
  const right = signed[0]![0]!;
  return {
    ...spanOf(attribution, speaker),
    message: l10n.t('The source of this quotation ({0}) has it from {1}, not {2}.', name, right, speaker),
    right,
  };
}

function wrongOccasion(attribution: string, signatures: readonly string[], name: string): Wrong | undefined {
  const stated = statedOccasion(attribution);
  if (stated === undefined) return undefined;
  const own = signatures.map(statedOccasion);
  if (own.some((occasion) => occasion === undefined || !areDifferentOccasions(occasion, stated))) return undefined;
  return {
    start: 0,
    end: attribution.length,
    message: l10n.t(
      'The source of this quotation ({0}) gives another occasion: {1}.',
      name,
      signatures[0]!.replace(/^[—─-]+\s*/, '').trim(),
    ),
  };
}

function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

const LONGEST_SIGNATURE = 120;

/** The line that signs the passage, else what leads to it in its paragraph; empty where neither is there. */
function signatureOf(corpus: Corpus, { document, start, end }: Passage): string {
  const after = document.cleanText(end, end + LONGEST_SIGNATURE);
  const signature = /^[^\n]{0,4}\n+\s*[—─-]{1,2}([^\n]*)/.exec(after)?.[1];
  if (signature !== undefined) return signature;
  const before = leadOf(corpus, { document, start });
  const lead = before.slice(before.search(/[。！？][^。！？]*$/) + 1);
  return leadsToSpeech(lead) ? lead : '';
}

/** The words of the paragraph before a passage. */
function leadOf(corpus: Corpus, { document, start }: Pick<Passage, 'document' | 'start'>): string {
  const paragraph = corpus.paragraphAround(document, start);
  return document.cleanText(Math.max(paragraph.start, start - LONGEST_SIGNATURE), start);
}
