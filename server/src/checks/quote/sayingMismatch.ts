/** Finds lines of known works with a wrong, missing, added or misplaced letter, in quotation marks or without. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix, Related } from '../../analysis/finding';
import { originOf } from '../../analysis/sayingNames';
import { type SayingMatch, sayingsOf, widthOf } from '../../analysis/sayings';
import type { Snapshot } from '../../analysis/snapshot';
import { type Block, type Draft, isReadable } from '../../draft/draft';
import { exactSources } from '../../index/quotationSource';
import type { Entry } from '../../knowledge/knowledge';
import type { Quote } from '../../knowledge/schemas';
import { syllables } from '../../text/pinyin';
import { contains, type Span } from '../../text/span';
import { asTitle } from '../timing';

/** A line of a known work in the draft, and whether it stands there as somebody else's words. */
export interface SaidLine extends SayingMatch {
  readonly isQuoted: boolean;
}

/** The lines of known works in the prose of a draft, ascending; 《titles》 are left out. O(length of the draft). */
export function saidLines({ knowledge }: Pick<Snapshot, 'knowledge'>, draft: Draft): SaidLine[] {
  const sayings = sayingsOf(knowledge);
  return draft.blocks.flatMap((block) =>
    isReadable(block)
      ? sayings
          .find(draft.text, block)
          .filter((match) => !draft.titles.some((title) => contains(title, match)))
          .map((match) => ({ ...match, isQuoted: isQuoted(draft, block, match) }))
      : [],
  );
}

function isQuoted({ quotations }: Draft, block: Block, match: Span): boolean {
  return block.kind === 'blockQuote' || quotations.some((quotation) => contains(quotation, match));
}

/** Words that are put into a line where it is told, not quoted. */
const TOLD = /^[的了地着过和与及并也都还更再已将要这那我你他们就才能必须]+$/;
/** Where what differs is at an end of the line, it must be the end of a clause too. */
const CLAUSE_END = /[\p{P}\s的]/u;
/** Outside quotation marks a line of fewer letters may be told with other words. */
const SHORTEST_TOLD = 9;
/** As much of a line must be a set phrase of its own, to be meant so: 乘风破浪 for 长风破浪 is a slip. */
const KNOWN_SHARE = 0.5;

/** The finding for a line with slips; undefined where it may be meant so, or where a source or the knowledge has it so. */
export function misquotedLine(
  { corpus, knowledge }: Pick<Snapshot, 'corpus' | 'knowledge'>,
  draft: Draft,
  line: SaidLine,
  exceptPath: string | undefined,
): Finding | undefined {
  if (line.slips.length === 0 || !isSlip(draft, line)) return undefined;
  const { start, end } = line;
  const written = draft.text.slice(start, end);
  if (exactSources(corpus, written, 1, exceptPath).length > 0) return undefined;
  const isKnown = knowledge
    .find(draft.text, line)
    .some(
      (known) =>
        known.role !== 'variant' &&
        known.end - known.start >= KNOWN_SHARE * line.length &&
        line.slips.every((slip) => contains(known, slip)),
    );
  if (isKnown) return undefined;
  const entry = line.entries[0]!;
  const isCertain = line.isQuoted && line.slips.length === 1 && widthOf(line.slips[0]!) === 1;
  return {
    code: 'quote.mismatch',
    start,
    end,
    message: l10n.t('“{0}” differs from {1}: “{2}”.', written, originOf(entry), line.wording),
    ...(!isCertain && { severity: 'warning' as const }),
    related: [relatedSaying(entry)],
    fixes: [rightWords(line)],
  };
}

/** Whether what differs is a slip: a line is also taken up with a word of the day in it. */
function isSlip({ text }: Draft, { slips, isQuoted, length, start, end }: SaidLine): boolean {
  if (!isQuoted && length < SHORTEST_TOLD) return false;
  return slips.every((slip) => {
    const written = text.slice(slip.start, slip.end);
    // Another word in the place of a word is chosen, but 潇潇 for 萧萧.
    if (widthOf(slip) > 1 && spelled(written) !== spelled(slip.right)) return false;
    if (/[\dA-Za-z]/.test(written)) return false;
    if (!isQuoted && TOLD.test(written)) return false;
    const isAtStart = slip.start === start && slip.end > slip.start;
    const isAtEnd = slip.end === end && slip.end > slip.start;
    if (isAtStart && start > 0 && !CLAUSE_END.test(text[start - 1]!)) return false;
    return !(isAtEnd && end < text.length && !CLAUSE_END.test(text[end]!));
  });
}

function spelled(words: string): string {
  return syllables(words).join(' ');
}

function rightWords({ slips, wording, entries }: SaidLine): Fix {
  return {
    title: l10n.t('Write “{0}”', wording),
    edits: slips.map(({ start, end, right }) => ({ start, end, newText: right })),
    preferred: entries.length === 1 && slips.length === 1,
  };
}

/** The entry of a line, with the work it stands in. */
export function relatedSaying(entry: Entry<Quote>): Related {
  const at = { line: entry.origin.line - 1, character: 0 };
  return {
    message: l10n.t('{0}: {1}', originOf(entry) || asTitle(entry.id), entry.keyPhrase),
    location: { path: entry.origin.path, start: at, end: at },
  };
}
