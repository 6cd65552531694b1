/** What is known about a document: from its front matter, else from its heading lines and file name. */
import type { FrontMatter } from './clean/frontMatter';
import { visibleLines } from './clean/lines';
import { punctuation } from './clean/punctuation';
import { spaces } from './clean/spaces';
import type { DocumentInfo } from './document';
import { readIssuer } from './info/issuer';
import { readDeclaredKind, readKind } from './info/kind';
import { readDeclaredDate, readStatedDate } from './info/statedDates';
import { readTitle } from './info/title';

/** What there is to read from. */
export interface InfoEvidence {
  /** Absolute or relative; `/` or `\` between folders. */
  readonly path: string;
  /** The decoded file, behind its front matter. */
  readonly raw: string;
  readonly clean: string;
  readonly frontMatter?: FrontMatter;
  /** The title the file format itself states (HTML, Word). */
  readonly formatTitle?: string;
}

const RAW_HEAD_LINES = 60;
const RAW_HEAD_LENGTH = 20_000;

/** Reads title, date, issuer and kind; what is not stated stays absent. O(lines). */
export function readInfo({ path, raw, clean, frontMatter, formatTitle }: InfoEvidence): DocumentInfo {
  const declared = frontMatter?.values ?? {};
  const fileName = fileNameOf(path);
  const lines = clean.split('\n');
  const rawHead = headLines(raw);
  const evidence = { rawHead, lines, fileName };
  const title = tidy(declared.title ?? formatTitle ?? readTitle(evidence));
  const date = declared.date === undefined ? readStatedDate(evidence) : readDeclaredDate(declared.date);
  const issuer = declared.issuer ?? readIssuer({ ...evidence, title });
  const kind = (declared.kind && readDeclaredKind(declared.kind)) || readKind(title, lines);
  return { title, ...(date && { date }), ...(issuer && { issuer }), kind };
}

function fileNameOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

function headLines(raw: string): string[] {
  const head = raw
    .slice(0, RAW_HEAD_LENGTH)
    .replace(/\r\n?/g, '\n')
    .replace(/<U\+00A0>|&nbsp;|\xa0/g, ' ');
  return visibleLines(head)
    .slice(0, RAW_HEAD_LINES)
    .map(({ start, end }) => head.slice(start, end));
}

/** A title as clean text has it: one line, Chinese punctuation. */
function tidy(title: string): string {
  const line = title
    .replace(/\s+/g, ' ')
    .replace(/^#+\s*/, '')
    .trim();
  return punctuation.run(spaces.run(line).text).text;
}
