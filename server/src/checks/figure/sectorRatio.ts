/** Finds structures of the three sectors that do not come to 100: 三次产业结构为8.5∶43.2∶50.3. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';

const RATIO =
  /(\d{1,2}(?:\.\d{1,2})?)\s?[:：∶︰]\s?(\d{1,2}(?:\.\d{1,2})?)\s?[:：∶︰]\s?(\d{1,2}(?:\.\d{1,2})?)(?![\d.:：∶︰])/g;
const LISTED = /(\d{1,2}(?:\.\d{1,2})?)[%％]?、(\d{1,2}(?:\.\d{1,2})?)[%％]?(?:、|和)(\d{1,2}(?:\.\d{1,2})?)[%％]/g;
const SECTORS =
  /三次产业|三产(?:业)?(?:结构|比|占比)|一二三产业?|一、二、三(?:次)?产业|产业结构|第一、(?:第)?二、(?:第)?三产业/;
const THEIR_SHARES = /(?:比重|占比|比例|结构|占)[^。；]{0,30}$/;
/** 6:2:2 is a ratio in tenths, or of something else. */
const FAR_FROM_WHOLE = 15;

/** Ratios and lists of three shares after words that name the three sectors. O(length). */
export function wrongSectorRatios({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!SECTORS.test(words)) return [];
  const found: Finding[] = [];
  for (const pattern of [RATIO, LISTED]) {
    for (const match of words.matchAll(pattern)) {
      const before = words.slice(Math.max(0, match.index - 60), match.index);
      if (!SECTORS.test(before) || (pattern === LISTED && !THEIR_SHARES.test(before))) continue;
      // 增长3.1%、5.2%、6.0%: rates, not shares.
      if (/增长|增速|拉动|贡献/.test(before.slice(-16))) continue;
      const parts = match.slice(1, 4);
      const places = Math.max(...parts.map((part) => /\.(\d+)/.exec(part)?.[1]?.length ?? 0));
      const sum = parts.reduce((total, part) => total + Number(part), 0);
      const over = Math.abs(sum - 100);
      // Each is off by half of its last place at most.
      if (over <= 10 ** -places + 1e-6 || over > FAR_FROM_WHOLE) continue;
      const start = sentence.start + match.index;
      found.push({
        code: 'figure.inconsistent',
        start,
        end: start + match[0].length,
        message: l10n.t('The parts come to {0}, the whole is given as {1}.', `${Math.round(sum * 100) / 100}%`, '100%'),
        related: [],
        fixes: [],
      });
    }
  }
  return found;
}
