/** Reads the Markdown within a line: bold is kept, the words of everything else stay without their marks. */
import type { Simplification } from './officialDocument';

/** Words of a line, bold or not. */
export interface Words {
  readonly text: string;
  readonly bold: boolean;
}

/** Called for what is kept in a simpler form. */
export type Simplified = (what: Simplification) => void;

/** Alternatives in the order in which they are tried at a place; bounded, so that a line of opening marks is no long search. */
const MARKUP =
  /\\([\\`*_{}[\]()#+\-.!|>~])|(`+)([^`]+)\2|!\[([^[\]\n]{0,500})\]\([^)\n]{0,2000}\)|\[\^([^\]\s]{1,40})\](:?)|\[([^[\]\n]{1,500})\]\(([^)\n]{0,2000})\)|<(https?:\/\/[^>\s]+)>|<br\s*\/?>|<\/?[a-zA-Z][^<>\n]{0,200}>|(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\10|(\*|(?<![A-Za-z0-9])_)(?=\S)([^*_\n]+?)(?<=\S)\12(?![A-Za-z0-9])|~~(?=\S)(.{1,1000}?)(?<=\S)~~/g;

/** The words of a line without their marks, O(length). */
export function readInlineMarkup(line: string, simplified: Simplified, bold = false): Words[] {
  const words: Words[] = [];
  const add = (text: string) => {
    const last = words.at(-1);
    if (text === '') return;
    if (last && last.bold === bold) words[words.length - 1] = { text: last.text + text, bold };
    else words.push({ text, bold });
  };
  const addAll = (inner: readonly Words[]) => {
    for (const part of inner) {
      const last = words.at(-1);
      if (last && last.bold === part.bold) words[words.length - 1] = { text: last.text + part.text, bold: part.bold };
      else words.push(part);
    }
  };
  let from = 0;
  for (const match of line.matchAll(MARKUP)) {
    add(line.slice(from, match.index));
    from = match.index + match[0].length;
    const [whole, escaped, , code, picture, note, colon, link, target, address, , strong, , emphasis, struck] = match;
    if (escaped !== undefined) add(escaped);
    else if (code !== undefined) {
      simplified('code');
      add(code);
    } else if (picture !== undefined) {
      simplified('picture');
      add(picture === '' ? '' : `（图：${picture}）`);
    } else if (note !== undefined) {
      simplified('footnote');
      add(colon === ':' ? `注${note}：` : `（注${note}）`);
      if (colon === ':') while (line[from] === ' ') from++;
    } else if (link !== undefined) {
      simplified('link');
      addAll(readInlineMarkup(link, simplified, bold));
      if (/^https?:/.test(target!) && target !== link) add(`（${target}）`);
    } else if (address !== undefined) {
      simplified('link');
      add(address);
    } else if (strong !== undefined) addAll(readInlineMarkup(strong, simplified, true));
    else if (emphasis !== undefined || struck !== undefined) {
      simplified('emphasis');
      addAll(readInlineMarkup((emphasis ?? struck)!, simplified, bold));
    } else {
      simplified('html');
      if (/^<br/i.test(whole)) add(' ');
    }
  }
  add(line.slice(from));
  return words;
}
