/** What is known about a document: from what the writer declared, else from its heading lines and file name. */
import { visibleLines } from './clean/lines';
import { punctuation } from './clean/punctuation';
import { spaces } from './clean/spaces';
import type { DocumentInfo, Known } from './document';
import { readIssuer } from './info/issuer';
import { readDeclaredKind, readKind } from './info/kind';
import { readDeclaredLevel, readLevel } from './info/level';
import { readDeclaredDate, readStatedDate } from './info/statedDates';
import { readTitle } from './info/title';

/** What there is to read from. */
export interface InfoEvidence {
  /** Absolute or relative; `/` or `\` between folders. */
  readonly path: string;
  /** The decoded file, behind its front matter. */
  readonly raw: string;
  readonly clean: string;
  /** What the writer says of the document, in front matter or a sidecar, by field. */
  readonly declared: Readonly<Record<string, string>>;
  /** What the file itself states beside its text: the head of a web page, the properties of a Word file. */
  readonly ofFormat?: {
    readonly title?: string | undefined;
    readonly published?: string | undefined;
    readonly source?: string | undefined;
  };
}

const RAW_HEAD_LINES = 60;
const RAW_HEAD_LENGTH = 20_000;
/** How far below the title of a page its date and source stand. */
const LINES_BELOW_TITLE = 12;

/** Reads title, date, issuer, kind, level and place; what is not stated stays absent. O(lines). */
export function readInfo({ path, raw, clean, declared, ofFormat }: InfoEvidence): DocumentInfo {
  const fileName = fileNameOf(path);
  const lines = clean.split('\n');
  const rawHead = headLines(raw, ofFormat?.title);
  const evidence = { rawHead, lines, fileName };
  const byWriter = (value: string | undefined): Known | undefined =>
    value === undefined ? undefined : { value, confidence: 'declared' };
  const stated = (value: string | undefined): Known | undefined =>
    value === undefined ? undefined : { value, confidence: 'stated' };
  const inferred = (value: string | undefined): Known | undefined =>
    value === undefined ? undefined : { value, confidence: 'inferred' };

  const foundTitle = byWriter(declared.title) ?? stated(ofFormat?.title) ?? readTitle(evidence);
  const title = tidy(foundTitle.value);
  const published = ofFormat?.published === undefined ? undefined : readDeclaredDate(ofFormat.published);
  const date =
    declared.date === undefined
      ? readStatedDate({ ...evidence, published })
      : byWriter(readDeclaredDate(declared.date));
  const issuer = byWriter(declared.issuer) ?? readIssuer({ ...evidence, title }) ?? inferred(ofFormat?.source);
  const declaredKind = declared.kind === undefined ? undefined : readDeclaredKind(declared.kind);
  const ofHead = readLevel(issuer?.value, title, lines);
  const declaredLevel = declared.level === undefined ? undefined : readDeclaredLevel(declared.level);
  const place = byWriter(declared.place) ?? inferred(ofHead.place);
  return {
    title,
    ...(date && { date: date.value }),
    ...(issuer && { issuer: issuer.value }),
    kind: declaredKind ?? readKind(title, lines),
    ...((declaredLevel ?? ofHead.level) && { level: declaredLevel ?? ofHead.level }),
    ...(place && { place: place.value }),
    confidence: {
      title: foundTitle.confidence,
      ...(date && { date: date.confidence }),
      ...(issuer && { issuer: issuer.confidence }),
      kind: declaredKind ? 'declared' : 'inferred',
      ...((declaredLevel ?? ofHead.level) && { level: declaredLevel ? 'declared' : 'inferred' }),
      ...(place && { place: place.confidence }),
    },
  };
}

function fileNameOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The first lines, and before them those about a stated title, which on a web page stands far below the menus. */
function headLines(raw: string, title: string | undefined): string[] {
  const at = title === undefined ? -1 : raw.indexOf(`\n${title}`);
  return at < 0 ? firstLines(raw) : [...firstLines(raw.slice(at)).slice(0, LINES_BELOW_TITLE), ...firstLines(raw)];
}

function firstLines(raw: string): string[] {
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
