/** Finds ranks that the group said to be reached does not hold: 居全省第6位，进入全省前五. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import { wholeNumeral } from '../../text/numerals';

const SCOPE = '(?:在|居|位居|位列|列|排名?|排在|进入|跻身|稳居|保持在?)?(全[国省市县区州])?(?:同类[^，。；]{0,6}?)?';
const RANK = '第([\\d一二三四五六七八九十]{1,3})(?:位|名)?';
const GROUP =
  '前([\\d一二三四五六七八九十]{1,3})(?:位|名|强)?(?![\\d一二三四五六七八九十百分成批类档个年月季%％]|\\s*[%％])';
const RANK_THEN_GROUP = new RegExp(
  `${SCOPE}${RANK}[，,、](?:成功|首次|继续|再次|仍|并)?(?:进入|跻身|稳居|保持在?|位居|居于?|位列|处于)${SCOPE}${GROUP}`,
  'g',
);
const GROUP_THEN_RANK = new RegExp(
  `(?:进入|跻身|稳居|保持在?|位居|位列|处于)${SCOPE}${GROUP}[，,、](?:排名?|位居|位列|居|列|排在)${SCOPE}${RANK}`,
  'g',
);

/** The findings of a sentence, at the rank and the group. O(length). */
export function wrongRanks({ draft: { text }, sentence }: SentencePlace): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('前') || !words.includes('第')) return [];
  const found: Finding[] = [];
  for (const pattern of [RANK_THEN_GROUP, GROUP_THEN_RANK]) {
    for (const match of words.matchAll(pattern)) {
      const [all, firstScope, first, secondScope, second] = match;
      const [rank, group] = (pattern === RANK_THEN_GROUP ? [first, second] : [second, first]).map((numeral) =>
        wholeNumeral(numeral!),
      );
      // 由上年的全省第8位，跻身前五: it has moved.
      if (/[由从原]|去年|上年|此前/.test(words.slice(Math.max(0, match.index - 10), match.index))) continue;
      // 全省第六，进入全国前百: two lists.
      if ((firstScope ?? secondScope) !== (secondScope ?? firstScope)) continue;
      if (rank === undefined || group === undefined || rank <= group) continue;
      const start = sentence.start + match.index;
      found.push({
        code: 'figure.inconsistent',
        start,
        end: start + all.length,
        message: l10n.t('Place {0} is not among the first {1}.', rank, group),
        related: [],
        fixes: [],
      });
    }
  }
  return found;
}
