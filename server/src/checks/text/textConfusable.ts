/** Finds words that official editors watch for because they are easily confused, where the context leaves no doubt. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import { citedIn } from '../../draft/citedText';
import type { Draft } from '../../draft/draft';
import { startsBy } from '../../text/partialDate';
import type { Span } from '../../text/span';
import type { Check, CheckConfig } from '../check';
import { type ConfusableRule, confusableRules } from './textConfusableRules';

/** Quoted words longer than this are somebody's, with their spelling. In UTF-16 code units. */
const LONGEST_QUOTED_NAME = 9;

/** “社会主义法制国家”的提法: the words themselves are spoken of. */
const SPOKEN_OF = /^[^“”\n]{0,6}”的?(?:提法|说法|表述|用法|写法|称谓|字样)/;

/** Titles and quotations keep their spelling; what was right in the draft's year is right. */
export const textConfusable: Check = {
  code: 'text.confusable',
  severity: 'information',
  run: (_snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const rules = confusableRules.filter(
      ({ word = '', since }) => draft.text.includes(word) && (since === undefined || startsBy(since, config.date)),
    );
    const isCited = citedIn(draft, LONGEST_QUOTED_NAME);
    const findings: Finding[] = [];
    for (const block of draft.blocks) {
      if (block.kind !== 'prose' && block.kind !== 'heading') continue;
      const content = draft.text.slice(block.start, block.end);
      for (const rule of rules) {
        if (!content.includes(rule.word ?? '')) continue;
        for (const { index, 0: wrong } of content.matchAll(rule.pattern)) {
          const span = { start: block.start + index, end: block.start + index + wrong.length };
          if (!isCited(span) && !SPOKEN_OF.test(draft.text.slice(span.end, span.end + 14)))
            findings.push(findingOf(rule, span, wrong));
        }
      }
    }
    return findings.sort((a, b) => a.start - b.start);
  },
};

function findingOf(rule: ConfusableRule, { start, end }: Span, wrong: string): Finding {
  const right = typeof rule.right === 'string' ? rule.right : rule.right(wrong);
  return {
    code: 'text.confusable',
    start,
    end,
    message: l10n.t('“{0}” is not right here; it should be “{1}” ({2}).', wrong, right, rule.source),
    related: [],
    fixes: [{ title: l10n.t('Write “{0}”', right), edits: [{ start, end, newText: right }], preferred: true }],
  };
}
