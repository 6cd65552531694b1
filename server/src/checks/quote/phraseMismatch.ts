/** Holds quotations against the key phrases of the knowledge base, for sayings no document of the corpus holds. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { bestMatch, differences } from '../../index/alignment';
import { letterText } from '../../index/letterText';
import { exactSources } from '../../index/quotationSource';
import type { Entry } from '../../knowledge/knowledge';
import type { Quote } from '../../knowledge/schemas';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';
import type { QuotedSpeech } from './quotedSpeech';

/** Shorter phrases are too common for a letter to mean anything. In letters. */
const SHORTEST_PHRASE = 8;

/**
 * A phrase of the quotation one letter off a saying by the speaker it is attributed to; two letters where the quotation
 * also names the month of the saying. Silent where any source or entry has the phrase as it stands.
 */
export function misquotedPhrase(
  { corpus, knowledge }: Pick<Snapshot, 'corpus' | 'knowledge'>,
  draft: Draft,
  speech: QuotedSpeech,
  piece: Span,
  exceptPath: string | undefined,
): Finding | undefined {
  if (!speech.attributed) return undefined;
  const quoted = letterText(draft.text.slice(piece.start, piece.end));
  for (const entry of knowledge.data.quotes) {
    const { speaker, work, date } = entry;
    // What stands in a work is known whoever says it.
    if (work !== undefined || speaker === undefined || !speech.attribution.includes(speaker)) continue;
    const phrase = letterText(entry.keyPhrase).letters;
    if (phrase.length < SHORTEST_PHRASE || quoted.letters.includes(phrase)) continue;
    const match = bestMatch(phrase, quoted.letters, namesMonth(speech.attribution, date ?? '') ? 2 : 1);
    if (!match) continue;
    const written = quoted.letters.slice(match.start, match.end);
    if (!differsWithin(written, phrase)) continue;
    const start = piece.start + quoted.at[match.start]!;
    const end = piece.start + quoted.at[match.end - 1]! + 1;
    if (exactSources(corpus, written, 1, exceptPath).length > 0) continue;
    if (
      knowledge
        .find(draft.text, { start, end })
        .some((known) => known.role !== 'variant' && known.end - known.start > 4 && covers(known, start, end))
    )
      continue;
    return finding(entry, draft.text.slice(start, end), { start, end });
  }
  return undefined;
}

/** Another known wording that takes in what differs. */
function covers(known: Span, start: number, end: number): boolean {
  return known.start <= start && known.end >= end;
}

/** Two phrases with different first or last words are two phrases: 推动…深度融合 is not a wrong 加强…深度融合. */
function differsWithin(written: string, phrase: string): boolean {
  const found = differences(written, phrase);
  return found.every(({ right }) => right.start >= 2 && right.end <= phrase.length - 2);
}

function namesMonth(attribution: string, date: string): boolean {
  const [year, month] = date.split('-');
  return month !== undefined && attribution.includes(`${year}年${Number(month)}月`);
}

function finding(entry: Entry<Quote>, written: string, span: Span): Finding {
  return {
    code: 'quote.mismatch',
    ...span,
    message: l10n.t(
      '“{0}” differs from the words of {1} on {2} ({3}): “{4}”.',
      written,
      entry.speaker ?? '',
      entry.date ?? '',
      entry.occasion ?? '',
      entry.keyPhrase,
    ),
    related: [relatedEntry(entry)],
    fixes: [
      {
        title: l10n.t('Write “{0}”', entry.keyPhrase),
        edits: [{ ...span, newText: entry.keyPhrase }],
        preferred: false,
      },
    ],
  };
}
