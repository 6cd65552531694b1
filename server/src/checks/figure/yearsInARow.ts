/** Finds years in a row that are more than have gone by: 自2019年…以来，到2025年已连续九年. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import { wholeNumeral } from '../../text/numerals';

/** 连续12年以上教龄: a span of its own. */
const IN_A_ROW =
  /(?<=已|实现|保持|获|入选|位居|居|稳定|[，,])连续([两二三四五六七八九十\d]{1,3})年(?!前|以上|教龄|工龄)/g;

/** The findings of one sentence, at the number. O(length). */
export function wrongYearsInARow({ draft: { text }, sentence, dates, today }: SentencePlace): Finding[] {
  const [from, to, ...more] = dates;
  if (from?.role !== 'since' || from.form !== 'date' || more.length > 0 || !/^[自从]/.test(text[from.start]!))
    return [];
  const isTold = to === undefined || ((to.form === 'date' || to.form === 'relative') && to.from === to.to);
  if (!isTold || (to !== undefined && to.to.slice(0, 4) < from.from.slice(0, 4))) return [];
  const first = Number(from.from.slice(0, 4));
  const last = Number((to?.to ?? today).slice(0, 4));
  return [...text.slice(sentence.start, sentence.end).matchAll(IN_A_ROW)].flatMap((match) => {
    const start = sentence.start + match.index;
    const years = wholeNumeral(match[1]!);
    if (years === undefined || start < (to ?? from).end) return [];
    // 自2019年以来连续三年: the last of them; never more than there have been.
    if (years <= last - first + 1) return [];
    return [
      {
        code: 'figure.inconsistent' as const,
        start,
        end: start + match[0].length,
        message: l10n.t('From {0} to {1} there are {2} years.', first, last, last - first + 1),
        related: [],
        fixes: [],
      },
    ];
  });
}
