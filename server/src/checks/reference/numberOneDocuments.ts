/** Finds documents No. 1 of the centre given to another year than theirs: 今年的中央一号文件《…》 with last year's title. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Knowledge, WordingMatch } from '../../knowledge/knowledge';
import { asTitle, relatedEntry } from '../timing';

const SERIES = 'number-one-document';
/** 2026年中央一号文件《, 今年的中央一号文件《, 日前公布的中央一号文件《. */
const NAMED =
  /(?:(\d{4})年|今年|刚刚[^，。；]{0,6}|日前[^，。；]{0,12}|近日[^，。；]{0,12})的?(?:中央|党中央)?(?:第?一号|1号)文件[，,—是即]{0,2}[^，。；《]{0,6}《$/;
const LONGEST_LEAD = 48;

/** The finding for the document at `match`; none where the document of the year is not known. */
export function otherNumberOne(
  { data }: Knowledge,
  { draft, sentence, today }: SentencePlace,
  match: WordingMatch<'references'>,
): Finding | undefined {
  const { entry } = match;
  if (entry.series !== SERIES) return undefined;
  const start = Math.max(sentence.start, match.start - LONGEST_LEAD);
  const lead = draft.text.slice(start, match.start).replace(/(?:中共中央[、 ]?国务院)$/, '');
  const named = NAMED.exec(lead);
  const year = named && (named[1] ?? today.slice(0, 4));
  if (!year || entry.date.startsWith(year)) return undefined;
  const right = data.references.find(({ series, date }) => series === SERIES && date.startsWith(year));
  if (!right) return undefined;
  return {
    code: 'reference.mismatch',
    start: match.start,
    end: match.end,
    message: l10n.t('The title is {0}.', asTitle(right.name)),
    related: [relatedEntry(right)],
    fixes: [],
  };
}
