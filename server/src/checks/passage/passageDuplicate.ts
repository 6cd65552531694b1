/** Finds passages that repeat or closely follow a document of the corpus. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import type { Corpus } from '../../index/corpus';
import { type ReusedDocument, type ReusedPassage, textReuse } from '../../index/textReuse';
import type { Check, CheckConfig } from '../check';
import { comparedSource, nameSource, relatedPassage } from '../sourceReference';
import { notOwnWords, setPhrases } from './notOwnWords';

/**
 * Set phrases that many documents share are no copying, and what is quoted with its speaker is no borrowing. A draft
 * that is a document of the corpus is told so once.
 */
export const passageDuplicate: Check = {
  code: 'passage.duplicate',
  severity: 'information',
  run: ({ corpus, knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    if (corpus.documents.length === 0) return [];
    if (config.path !== undefined && corpus.documentAt(config.path)) return [];
    const { passages, document } = textReuse(corpus, draft.text, {
      minLength: config.duplicateMinLength,
      formulaicLimit: config.duplicateFormulaicLimit,
      excluded: notOwnWords(draft),
      formulas: setPhrases(knowledge, draft),
    });
    if (document) return [wholeDocument(corpus, draft, document)];
    return passages.map((passage) => finding(corpus, passage));
  },
};

function finding(corpus: Corpus, { start, end, source, similarity, others }: ReusedPassage): Finding {
  const percent = Math.min(100, Math.round(similarity * 100));
  const name = nameSource(source.document);
  return {
    code: 'passage.duplicate',
    start,
    end,
    message:
      percent === 100
        ? l10n.t('This passage repeats {0} word for word.', name)
        : l10n.t('This passage follows {0}: {1} % of the words are the same.', name, percent),
    related: [source, ...others].map((passage) => relatedPassage(corpus, passage)),
    ...comparedSource(corpus, source),
    fixes: [],
  };
}

function wholeDocument(corpus: Corpus, draft: Draft, { document, share }: ReusedDocument): Finding {
  const first = draft.blocks.find(({ sentences }) => sentences.length > 0)!;
  return {
    code: 'passage.duplicate',
    start: first.start,
    end: first.end,
    message: l10n.t(
      'This draft is a document of the corpus, {0}: {1} % of its text stands there.',
      nameSource(document),
      Math.min(100, Math.round(share * 100)),
    ),
    related: [relatedPassage(corpus, { document, ...corpus.paragraphAround(document, 0) })],
    fixes: [],
  };
}
