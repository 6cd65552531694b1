/** Markdown for hovers and completion documentation: text from documents is escaped, links open places in files. */
import * as l10n from '@vscode/l10n';
import { URI } from 'vscode-uri';
import type { Source } from '../knowledge/schemas';
import type { SourceLocation } from '../text/location';
import type { Citation } from './completion/provenance';

/** Text that is shown as it is: nothing in it is markup, a link or a command. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, ' ')
      .replace(/[\\`*_{}[\]()#+\-.!|~$>]/g, '\\$&')
      // Editors make links of bare addresses.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/[\r\n]\s*/g, ' ')
  );
}

/** A link that opens a place in a file, in any client. */
export function locationLink(label: string, { path, start }: SourceLocation): string {
  return `[${escapeMarkdown(label)}](${URI.file(path).toString()}#L${start.line + 1},${start.character + 1})`;
}

/** A passage with its phrase in bold and a link to its place. */
export function citationLine(citation: Citation): string {
  const { text, start, end } = citation;
  const before = `${start > 0 ? '…' : ''}${escapeMarkdown(text.slice(0, start))}`;
  const passage = `${before}**${escapeMarkdown(text.slice(start, end))}**${escapeMarkdown(text.slice(end))}`;
  const title = citation.sample ? l10n.t('Example: {0}', citation.title) : citation.title;
  const date = citation.date && !citation.sample ? ` ${citation.date}` : '';
  return `- ${passage} — ${locationLink(title, citation.location)}${date}`;
}

/** The issuing document of a fact; a link only where the address is that of an official body. */
export function sourceLine({ title, issuer, date, url }: Source): string {
  const named = url ? `[${escapeMarkdown(title)}](${linkTarget(url)})` : escapeMarkdown(title);
  return `- ${named} — ${escapeMarkdown(issuer)} ${date}`;
}

/** An address that cannot end its link early, nor be anything but a web page. */
function linkTarget(url: string): string {
  const target = url.replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return /^https?:\/\//i.test(target) ? target : '';
}
