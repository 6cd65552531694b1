/** What the reader of an exported file should know: what was simplified, and which typefaces it wants. */
import * as l10n from '@vscode/l10n';
import type { OfficialDocument, Simplification } from './officialDocument';
import { typefaces } from './toDocx';

/** One localised line each. */
export function exportNotes({ simplified, unusedFields, openPlaces }: OfficialDocument): string[] {
  const notes = [...simplified].map(([what, count]) => describe(what, count));
  if (openPlaces > 0) notes.unshift(l10n.t('Places that still read ××: {0}', openPlaces));
  if (unusedFields.length > 0) {
    notes.push(l10n.t('Fields of the front matter that are not shown: {0}', unusedFields.join(', ')));
  }
  const wanted = Object.values(typefaces).filter(({ name, fallBack }) => name !== fallBack);
  const fallBacks = wanted.map(({ name, fallBack }) => `${name} (${fallBack})`).join(', ');
  notes.push(l10n.t('Typefaces the file asks for, with what to use where they are missing: {0}', fallBacks));
  return notes;
}

function describe(what: Simplification, count: number): string {
  switch (what) {
    case 'comment':
      return l10n.t('Comments left out: {0}', count);
    case 'code':
      return l10n.t('Code set as plain text: {0}', count);
    case 'blockQuote':
      return l10n.t('Block quotes set as paragraphs: {0}', count);
    case 'bullet':
      return l10n.t('List items set as paragraphs without bullet: {0}', count);
    case 'emphasis':
      return l10n.t('Italic or struck words set plainly: {0}', count);
    case 'link':
      return l10n.t('Links set as text with the address behind: {0}', count);
    case 'picture':
      return l10n.t('Pictures replaced by their description: {0}', count);
    case 'footnote':
      return l10n.t('Footnotes set as text: {0}', count);
    case 'html':
      return l10n.t('HTML tags left out: {0}', count);
    case 'rule':
      return l10n.t('Horizontal rules left out: {0}', count);
  }
}
