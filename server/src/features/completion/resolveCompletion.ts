/** The documentation of a completion item: its entry, and the passages that use it. */
import * as l10n from '@vscode/l10n';
import { originOf } from '../../analysis/sayingNames';
import type { Snapshot } from '../../analysis/snapshot';
import { citationLine, escapeMarkdown, sourceLine } from '../markdown';
import type { CompletionData } from './completionItem';
import { citation, sourcesOf } from './provenance';

const SOURCES = 5;

/** Markdown with a definition where there is one and up to five passages, each with title, date and link. */
export function resolveCompletion(snapshot: Snapshot, { key, entry }: CompletionData): string {
  const sections: string[] = [];
  const known = entry && snapshot.knowledge.get(entry.kind, entry.id);
  if (known && 'definition' in known) sections.push(escapeMarkdown(known.definition));
  if (known && 'keyPhrase' in known && known.work !== undefined) sections.push(escapeMarkdown(originOf(known)));
  if (known?.sources.length)
    sections.push([l10n.t('Sources:'), '', ...known.sources.slice(0, SOURCES).map(sourceLine)].join('\n'));
  const used = key === '' ? [] : sourcesOf(snapshot.corpus, key, SOURCES);
  if (used.length > 0) {
    const passages = used.map((occurrence) => citationLine(citation(snapshot, occurrence)));
    sections.push([l10n.t('In use:'), '', ...passages].join('\n'));
  }
  return sections.join('\n\n');
}
