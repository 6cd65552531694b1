/** Writes a clean document as Markdown that reads back as the same document. */
import { stringify } from 'yaml';
import type { CorpusDocument } from './document';

/** What Markdown, or the step that takes its markup out, would not leave as it stands. */
const MARKUP = /[\\`*]|_{2,}|~{2,}|<(?=[A-Za-z/!])/g;
const LINK = /\]\(|\[\^/;
const BRACKETS = /[[\]]/g;
/** The beginnings of headings, lists, quotations, tables and rules. */
const LINE_MARKUP = /^[-+#>|=~:_]/;

/**
 * The clean text, a paragraph between blank lines, with what is known of the document as front matter. `cleaned` there
 * says that the text is not to be cleaned again: imported once more, it comes out unchanged.
 */
export function toMarkdown({ path, info, clean, source }: Omit<CorpusDocument, 'removed'>): string {
  const { title, date, issuer, kind, level, place } = info;
  const frontMatter = {
    title,
    ...(date && { date }),
    ...(issuer && { issuer }),
    kind,
    ...(level && { level }),
    ...(place && { place }),
    source: source ?? path,
    cleaned: true,
  };
  const paragraphs = clean.trim().split('\n').map(escapeLine);
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${paragraphs.join('\n\n')}\n`;
}

function escapeLine(line: string): string {
  const escapeEach = (marks: string) => marks.replace(/./g, '\\$&');
  const escaped = line.replace(MARKUP, escapeEach);
  const linked = LINK.test(escaped) ? escaped.replace(BRACKETS, escapeEach) : escaped;
  return LINE_MARKUP.test(linked) ? `\\${linked}` : linked;
}
