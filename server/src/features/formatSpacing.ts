/** The spaces, digits and repeated marks of a draft's paragraphs as formatting wants them. */
import { type Block, type Draft, isReadable } from '../draft/draft';
import type { TextEdit } from '../text/textEdit';

/** What is left as it is: code, links, tags, addresses. Bounded, so that what is never closed costs no more. */
const FOREIGN = /`+[^`\n]*`+|!?\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)|<[^<>\n]{1,300}>|[a-z][a-z0-9+.-]{0,20}:\/\/\S+/giu;

const HAN = '\\p{Script=Han}';
const MARK = '，。、；：！？“”‘’（）《》〈〉';
const UNIT = '年月日号时分秒点个项家户人次名位只件条种类亿万千百米元公亩吨倍级岁届期度％%';
/** Spaces are half-width: full-width ones are put there on purpose. */
const RULES: readonly (readonly [pattern: RegExp, newText: string])[] = [
  // A full-width mark has its own space.
  [new RegExp(`(?<=[${HAN}\\w${MARK}])[ \\t]+(?=[，。、；：！？”’）》〉])`, 'gu'), ''],
  [new RegExp(`(?<=[，、；：“‘（《〈])[ \\t]+(?=[${HAN}\\w${MARK}])`, 'gu'), ''],
  [new RegExp(`(?<=[。！？”’）》〉])[ \\t]+(?=${HAN})`, 'gu'), ''],
  // 2026 年 5 月: figures and what they count.
  [new RegExp(`(?<=\\d)[ \\t]+(?=[${UNIT}])`, 'gu'), ''],
  [new RegExp(`(?<=${HAN})[ \\t]+(?=\\d+(?:\\.\\d+)?[ \\t]*[${UNIT}])`, 'gu'), ''],
  // An ellipsis is six dots, a dash is as long as two characters.
  [new RegExp(`(?<=[${HAN}”’）》])(?:。{3,}|\\.{3,6}(?!\\.)|…(?!…)(?<!……))`, 'gu'), '……'],
  [new RegExp(`(?<=${HAN})[ \\t]*-{2,3}[ \\t]*(?=${HAN})`, 'gu'), '——'],
  // At the end of a line no figure or name goes on.
  [new RegExp(`(?<=${HAN}[”’）》]?)\\.(?=[ \\t]*$)`, 'gmu'), '。'],
  // The same mark twice is a slip of the finger.
  [/(?<!，)，{2}(?!，)/gu, '，'],
  [/(?<!、)、{2}(?!、)/gu, '、'],
  [/(?<!；)；{2}(?!；)/gu, '；'],
  [/(?<!。)。{2}(?!。)/gu, '。'],
];

/** The edits of all paragraphs; two may overlap. */
export function spacingEdits(draft: Draft): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const block of draft.blocks) {
    if (!isReadable(block)) continue;
    const content = draft.text.slice(block.start, block.end);
    const foreign = [...content.matchAll(FOREIGN)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }));
    const add = (start: number, end: number, newText: string) => {
      if (foreign.every((span) => end <= span.start || start >= span.end)) {
        edits.push({ start: block.start + start, end: block.start + end, newText });
      }
    };
    for (const [pattern, newText] of RULES) {
      for (const { index, 0: matched } of content.matchAll(pattern)) add(index, index + matched.length, newText);
    }
    for (const { index, 0: digits } of content.matchAll(/[０-９]+(?:．[０-９]+)?/gu)) {
      add(index, index + digits.length, digits.normalize('NFKC'));
    }
    edits.push(...indentEdits(draft, block));
  }
  return edits;
}

/** A paragraph that is indented at all is indented by two characters; one that is not may be an address or a signature. */
function indentEdits({ text }: Draft, block: Block): TextEdit[] {
  if (block.kind !== 'prose') return [];
  // The block begins after the indent of its first line.
  const start = text.lastIndexOf('\n', block.start - 1) + 1;
  const edits: TextEdit[] = [];
  for (const { index, 0: indent } of text.slice(start, block.end).matchAll(/^[　 \t]+(?=[\p{Script=Han}“《])/gmu)) {
    const at = start + index;
    if (isIndent(indent) && !followsBullet(text, at))
      edits.push({ start: at, end: at + indent.length, newText: '　　' });
  }
  return edits;
}

/** One to three full-width spaces, or what looks like two: more places a line at the right, as a signature is. */
function isIndent(indent: string): boolean {
  return indent !== '　　' && /^(?:　{1,3}| {2,4}|\t|　[ \t]{1,2}|[ \t]{1,2}　)$/u.test(indent);
}

/** Whether the lines before, up to an empty one, are a Markdown list, whose text is indented to belong to it. */
function followsBullet(text: string, at: number): boolean {
  const before = text.slice(0, at).split('\n').slice(-12, -1).reverse();
  const list = before.findIndex((line) => /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(line));
  const flush = before.findIndex((line) => line.trim() !== '' && !/^[ \t]/.test(line));
  return list >= 0 && (flush < 0 || list <= flush);
}
