/** A passage of a source as lists show it: its words with the found ones marked, and where it stands. */
import { l10n } from 'vscode';
import type { SearchHit } from '../../server/src/lsp/messages';

/** So much stands before the first found word, so that a narrow list still shows it. In UTF-16 code units. */
const before = 12;

export interface Excerpt {
  /** One line. */
  readonly text: string;
  /** Where the found words stand in `text`, as VS Code marks them. */
  readonly highlights: [start: number, end: number][];
}

/** The passage from shortly before the words that were found, on one line. */
export function excerpt({ text, matches }: Pick<SearchHit, 'text' | 'matches'>): Excerpt {
  const first = matches[0]?.start ?? 0;
  const from = first > before * 2 ? first - before : 0;
  const lead = from > 0 ? '…' : '';
  // Line breaks become spaces, not nothing: the places of the words stay.
  const line = lead + text.slice(from).replace(/[\r\n\t]/g, ' ');
  const shift = lead.length - from;
  return { text: line, highlights: matches.map(({ start, end }) => [start + shift, end + shift]) };
}

/** `Example · title · date · level`, as far as they are known. */
export function placeOf({ kind, title, date, level }: Pick<SearchHit, 'kind' | 'title' | 'date' | 'level'>): string {
  return [isSample({ kind }) ? l10n.t('Example') : '', title, date ?? '', levelName(level)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The example texts that come with Zhibi: they illustrate, nobody may cite them. */
export function isSample({ kind }: Pick<SearchHit, 'kind'>): boolean {
  return kind === 'sample';
}

function levelName(level: string | undefined): string {
  const names: Readonly<Record<string, string>> = {
    central: l10n.t('Central'),
    provincial: l10n.t('Provincial'),
    municipal: l10n.t('Municipal'),
    other: l10n.t('County or unit'),
  };
  return names[level ?? ''] ?? '';
}
