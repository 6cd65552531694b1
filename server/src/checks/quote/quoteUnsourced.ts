/** Finds long attributed quotations that no source holds, so that they can be looked up before they are spoken. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import { sayingsOf } from '../../analysis/sayings';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { letterText } from '../../index/letterText';
import { quotationSource } from '../../index/quotationSource';
import type { Quote } from '../../knowledge/schemas';
import type { Span } from '../../text/span';
import type { Check, CheckConfig } from '../check';
import { quotedSpeech } from './quotedSpeech';
import { mostEdits } from './slipCertainty';

/** Shorter words are easily somebody's without being written anywhere. In letters. */
const SHORTEST = 20;

/** A hint only: a corpus is never complete. Silent without any source to look in, and where one comes close. */
export const quoteUnsourced: Check = {
  code: 'quote.unsourced',
  severity: 'hint',
  run: (snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    if (!snapshot.corpus.sources.some(({ path }) => path !== config.path)) return [];
    return quotedSpeech(draft)
      .filter(({ attributed }) => attributed)
      .flatMap(({ pieces }) => pieces)
      .filter((piece) => isUnknown(snapshot, draft.text.slice(piece.start, piece.end), config.path))
      .map(finding);
  },
};

function isUnknown({ corpus, knowledge }: Snapshot, words: string, exceptPath: string | undefined): boolean {
  const { letters } = letterText(words);
  if (letters.length < SHORTEST) return false;
  const isSaid = ({ work, keyPhrase }: Quote) => work === undefined && letters.includes(letterText(keyPhrase).letters);
  if (knowledge.data.quotes.some(isSaid)) return false;
  if (sayingsOf(knowledge).find(words, { start: 0, end: words.length }).length > 0) return false;
  return quotationSource(corpus, words, { maxDistance: mostEdits(letters.length), exceptPath }) === undefined;
}

function finding({ start, end }: Span): Finding {
  return {
    code: 'quote.unsourced',
    start,
    end,
    message: l10n.t('No source document holds these quoted words: check them before you use them.'),
    related: [],
    fixes: [],
  };
}
