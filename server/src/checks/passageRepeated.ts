/** Finds passages that repeat an earlier passage of the same draft. */
import * as l10n from '@vscode/l10n';
import type { Finding, Related } from '../analysis/finding';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { Corpus } from '../index/corpus';
import { Segment } from '../index/segment';
import { buildSegment, segmentInput } from '../index/segmentBuilder';
import { textReuse } from '../index/textReuse';
import { positionAt } from '../text/location';
import { OffsetMap } from '../text/offsetMap';
import type { Span } from '../text/span';
import type { Check, CheckConfig } from './check';
import { notOwnWords, setPhrases } from './notOwnWords';

/** Below this two passages of one draft are parallel sentences (过去五年，我们…), not a repetition. */
const LEAST_SIMILARITY = 0.8;

/** The later of two like passages is the one to rewrite. What many documents of the corpus share may recur. */
export const passageRepeated: Check = {
  code: 'passage.repeated',
  severity: 'information',
  run: ({ corpus, knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const own = corpusOfDraft(draft);
    const { passages } = textReuse(own, draft.text, {
      minLength: config.duplicateMinLength,
      formulaicLimit: config.duplicateFormulaicLimit,
      formulaicIn: corpus,
      earlierOnly: true,
      excluded: notOwnWords(draft),
      formulas: setPhrases(knowledge, draft),
    });
    return passages
      .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
      .map(({ start, end, source, similarity }) => ({
        code: 'passage.repeated',
        start,
        end,
        message: l10n.t(
          'This passage repeats line {0} of the draft: {1} % of the words are the same.',
          positionAt(draft.lineStarts, source.start).line + 1,
          Math.min(100, Math.round(similarity * 100)),
        ),
        related: relatedPlace(draft, source, config.path),
        fixes: [],
      }));
  },
};

/** The draft as a corpus of its own; its clean text is the draft's text. */
function corpusOfDraft({ uri, text }: Draft): Corpus {
  const input = segmentInput(
    { path: uri, title: '', kind: 'other', size: 0, modified: 0 },
    { clean: text, cleanToRaw: OffsetMap.identity, rawLineStarts: Int32Array.of(0) },
  );
  const segment = Segment.open(buildSegment([input]));
  return typeof segment === 'string' ? Corpus.empty : new Corpus([{ segment, hidden: new Set() }]);
}

function relatedPlace(draft: Draft, { start, end }: Span, path: string | undefined): Related[] {
  if (path === undefined) return [];
  const location = { path, start: positionAt(draft.lineStarts, start), end: positionAt(draft.lineStarts, end) };
  return [{ message: l10n.t('The earlier passage'), location }];
}
