/** A report as Markdown or as a page of its own; text from drafts and documents is escaped, nothing in it runs. */
import { escapeMarkdown } from './markdown';
import type { DraftReport } from './report';
import type { Cell, CellPart, ReportTable } from './reportTable';

export function reportAsMarkdown({ title, facts, tables }: DraftReport): string {
  const lines = [`# ${escapeMarkdown(title)}`, '', ...facts.map((fact) => `- ${escapeMarkdown(fact)}`), ''];
  for (const table of tables) lines.push(`## ${escapeMarkdown(table.heading)}`, '', ...markdownTable(table), '');
  return lines.join('\n');
}

function markdownTable({ columns, rows, nothing }: ReportTable): string[] {
  if (rows.length === 0) return [escapeMarkdown(nothing)];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(escapeMarkdown)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(markdownCell))),
  ];
}

function markdownCell({ text, href, parts }: Cell): string {
  const escaped = parts ? parts.map(markdownPart).join('') : escapeMarkdown(text);
  // A bracket in an address would end the link.
  const safe = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return isAddress(href) ? `[${escaped}](${href.replace(/[()<>\s|\\]/g, safe)})` : escaped;
}

function markdownPart({ text, change }: CellPart): string {
  const mark = change === 'removed' ? '~~' : change === 'added' ? '**' : '';
  return `${mark}${escapeMarkdown(text)}${mark}`;
}

const STYLE =
  'body{font:15px/1.6 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}h1{font-size:1.5em}h2{font-size:1.2em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}td{min-width:8em}td.short{min-width:0;white-space:nowrap}ins{text-decoration:none;background:rgba(0,150,60,.25)}del{background:rgba(220,50,50,.22)}';
/** A cell with so few UTF-16 code units (a line, a share, a date) stays on one line. */
const SHORT = 10;

/** A whole page with its style in it; its policy lets nothing load or run. */
export function reportAsHtml({ title, facts, tables }: DraftReport): string {
  const sections = tables.map((table) => `<h2>${escapeHtml(table.heading)}</h2>\n${htmlTable(table)}`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<ul>
${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('\n')}
</ul>
${sections.join('\n')}
</body>
</html>
`;
}

function htmlTable({ columns, rows, nothing }: ReportTable): string {
  if (rows.length === 0) return `<p>${escapeHtml(nothing)}</p>`;
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td${cell.text.length > SHORT ? '' : ' class="short"'}>${htmlCell(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function htmlCell({ text, href, parts }: Cell): string {
  const words = parts ? parts.map(htmlPart).join('') : escapeHtml(text);
  return isAddress(href) ? `<a href="${escapeHtml(href)}">${words}</a>` : words;
}

function htmlPart({ text, change }: CellPart): string {
  const element = change === 'removed' ? 'del' : change === 'added' ? 'ins' : undefined;
  return element ? `<${element}>${escapeHtml(text)}</${element}>` : escapeHtml(text);
}

/** Only what opens a document: never `javascript:` or the like, whatever an entry of the knowledge says. */
function isAddress(href: string | undefined): href is string {
  return href !== undefined && /^(?:https?|file):\/\//.test(href);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
