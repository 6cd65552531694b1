/** Recognises the numbered headings of official documents: 一、（一） 1. （1） and Markdown's #. */

/** A line read as a heading. Offsets in UTF-16 code units within the line. */
export interface HeadingLine {
  readonly level: number;
  readonly numbering?: string;
  /** Where the title begins and ends within the line: after `#` and number, before a run-in sentence. */
  readonly titleStart: number;
  readonly titleEnd: number;
  /** The line holds more than the heading: text runs on after the first full stop. */
  readonly runIn: boolean;
}

const HASHES = /^(#{1,6})[ \t　]+/;
const NUMBERINGS: readonly { level: number; pattern: RegExp }[] = [
  { level: 1, pattern: /^(第[一二三四五六七八九十百零〇]{1,5}[章篇编部])[ \t　]*/ },
  { level: 1, pattern: /^([一二三四五六七八九十百零〇]{1,4})[、．]/ },
  { level: 2, pattern: /^([（(][一二三四五六七八九十百零〇]{1,4}[）)])[ \t　、]?/ },
  { level: 3, pattern: /^(\d{1,2})[．.、](?!\d)/ },
  { level: 4, pattern: /^([（(]\d{1,2}[）)])/ },
];
const LONGEST_TITLE = 60;

/** Reads a line as a heading, or undefined. O(1) in the length of the line beyond its first 80 characters. */
export function readHeadingLine(line: string): HeadingLine | undefined {
  const head = line.slice(0, 80);
  const indent = /^[ \t　]*/.exec(head)![0].length;
  const hashes = HASHES.exec(head.slice(indent));
  const start = indent + (hashes?.[0].length ?? 0);
  for (const { level, pattern } of NUMBERINGS) {
    const match = pattern.exec(head.slice(start));
    if (!match) continue;
    const titleStart = start + match[0].length;
    const stop = firstFullStop(line, titleStart);
    const titleEnd = stop < 0 ? line.trimEnd().length : stop;
    if (titleEnd - titleStart > LONGEST_TITLE || line.slice(titleStart, titleEnd).trim() === '') return undefined;
    const runIn = stop >= 0 && line.slice(stop + 1).trim() !== '';
    return { level, numbering: match[1]!, titleStart, titleEnd, runIn };
  }
  if (!hashes) return undefined;
  const titleEnd = line.trimEnd().length;
  return titleEnd > start ? { level: hashes[1]!.length, titleStart: start, titleEnd, runIn: false } : undefined;
}

function firstFullStop(line: string, from: number): number {
  const limit = Math.min(line.length, from + LONGEST_TITLE + 1);
  for (let i = from; i < limit; i++) if (line[i] === '。') return i;
  return -1;
}
