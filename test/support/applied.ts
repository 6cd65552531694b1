/** What a fix makes of a draft. */
import type { Fix } from '../../server/src/analysis/finding';

/** The text of a fixture, without its markers, after the edits of a fix. */
export function applied(marked: string, fix: Fix): string {
  const text = marked.replace(/⟦|⟧\{[^}]*\}/g, '');
  return [...fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);
}
