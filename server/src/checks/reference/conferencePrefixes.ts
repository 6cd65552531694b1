/** Finds conferences called of the nation that are of the centre, or the other way round: 全国城市工作会议 for 中央城市工作会议. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Knowledge } from '../../knowledge/knowledge';
import { addMonths, lastDay, startsBy } from '../../text/partialDate';
import { derived } from '../../util/derived';
import { relatedEntry } from '../timing';

const CONFERENCE =
  /(中央|全国)(\p{Script=Han}{2,8}?(?:工作会议|大会))(?=精神|召开|强调|提出|指出|部署|明确|要求|以来|闭幕|开幕)/gu;
const OTHER: Readonly<Record<string, string>> = { 中央: '全国', 全国: '中央' };
/** So long after a conference its name is that of the one meant, in months. */
const RECENT = 24;

/** The references that are named like a conference. */
const conferencesOf = derived(({ data }: Knowledge) =>
  data.references.flatMap((entry) => {
    const wordings = [entry.name, ...(entry.aliases ?? [])].filter((wording) => /(?:工作会议|大会)$/.test(wording));
    return wordings.length > 0 ? [{ entry, wordings }] : [];
  }),
);

function endingIn(name: string): (wording: string) => boolean {
  return (wording) => wording.endsWith(name);
}

/** The findings of one sentence. O(length × conferences). */
export function conferencePrefixes(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today } = place;
  const own = draft.text.slice(sentence.start, sentence.end);
  return [...own.matchAll(CONFERENCE)].flatMap((match) => {
    const start = sentence.start + match.index;
    const span = { start, end: start + match[0].length };
    if (place.isCited(span) || place.isTelling) return [];
    const names = (name: string) => conferencesOf(knowledge).filter(({ wordings }) => wordings.some(endingIn(name)));
    const right = `${OTHER[match[1]!]}${match[2]}`;
    const [meant] = names(right)
      .map(({ entry }) => entry)
      .filter(
        ({ date, kind }) =>
          kind === 'work-conference' && startsBy(date, today) && addMonths(lastDay(date), RECENT) > today,
      );
    if (!meant || names(match[0]).length > 0) return [];
    return [
      {
        code: 'reference.mismatch' as const,
        ...span,
        message: l10n.t('The conference is called {0}.', right),
        related: [relatedEntry(meant)],
        fixes: [{ title: l10n.t('Write “{0}”', right), edits: [{ ...span, newText: right }], preferred: true }],
      },
    ];
  });
}
