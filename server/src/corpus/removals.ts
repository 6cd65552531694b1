/** What cleaning took out of a document, summed up by step. */
import * as l10n from '@vscode/l10n';
import type { CorpusDocument } from './document';

/** UTF-16 code units of the original that a step took out; `name` is localised. */
export interface StepRemovals {
  readonly name: string;
  readonly characters: number;
}

/** The steps that removed something, most first. What two steps removed counts for each. O(removals). */
export function removalsByStep({ removed }: Pick<CorpusDocument, 'removed'>): StepRemovals[] {
  const characters = new Map<string, number>();
  for (const { step, start, end } of removed) characters.set(step, (characters.get(step) ?? 0) + end - start);
  return [...characters]
    .sort((a, b) => b[1] - a[1])
    .map(([step, count]) => ({ name: nameOf(step), characters: count }));
}

function nameOf(step: string): string {
  switch (step) {
    case 'front-matter':
      return l10n.t('front matter');
    case 'invisible':
      return l10n.t('invisible characters');
    case 'html-tag':
      return l10n.t('HTML tags');
    case 'markdown':
      return l10n.t('Markdown markup');
    case 'page-marker':
      return l10n.t('page numbers');
    case 'furniture':
      return l10n.t('site furniture');
    case 'reference-mark':
      return l10n.t('reference numbers');
    case 'repeat':
      return l10n.t('repeated text');
    case 'licence-note':
      return l10n.t('licence note');
    default:
      return l10n.t('other');
  }
}
