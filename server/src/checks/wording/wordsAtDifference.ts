/** Where a text and a wording differ, the word around that place, and what speakers choose between there. */
import { intlSegmenter } from '../../text/segmenter';
import type { Span } from '../../text/span';

/** What a word around the wrong character may reach to. */
const AROUND = 6;
const segmenter = intlSegmenter();

/** Whether characters hold a word: 困难艰苦 is made of words, and meant as it stands. */
export function holdsWord(characters: string): boolean {
  return segmenter.cut(characters).some((word) => word.length > 1);
}

/** How many characters of the text at `start` are those of the wording, from its beginning and from its end. O(length). */
export function alikeAtEnds(
  text: string,
  start: number,
  wording: string,
): { readonly head: number; readonly tail: number } {
  let head = 0;
  while (head < wording.length && text[start + head] === wording[head]) head++;
  let tail = 0;
  while (tail < wording.length - head && text[start + wording.length - 1 - tail] === wording.at(-1 - tail)) tail++;
  return { head, tail };
}

/** The word that the character at `at` is in, as the runtime's dictionary cuts the words around it. */
export function wordAt(text: string, at: number): Span {
  let start = Math.max(text.lastIndexOf('\n', at) + 1, at - AROUND);
  for (const word of segmenter.cut(text.slice(start, at + AROUND))) {
    if (start + word.length > at) return { start, end: start + word.length };
    start += word.length;
  }
  return { start: at, end: at + 1 };
}

/** Verbs that speakers choose between before the same object: 持续深入打好…, 持续深入推进…. */
export const VERBS: ReadonlySet<string> = new Set(
  '推进 打好 推动 抓好 做好 实施 开展 落实 加强 强化 深化 完善 健全 优化 提升 提高 增强 促进 加快 扩大 坚持 构建 建设 建立 打造 培育 发展 壮大 巩固 保障 维护 改善 加大 建好 用好 突出 聚焦 狠抓 夯实 贯彻 践行 弘扬 传承 激发 释放 畅通 拓展 布局'.split(
    ' ',
  ),
);

/** 强省 for 强国: a place says of itself what the country does. */
export const OF_A_PLACE = /[省市县区州镇村校院企园]/;

/** Words that speakers choose between. */
const SYNONYMS = [
  ['推动', '驱动', '带动', '引领', '促进', '牵引', '助推', '推进'],
  ['指导', '指引', '遵循', '统领', '引领'],
  ['有效', '稳步', '持续', '不断', '显著', '明显'],
] as const;

/** 以科技创新驱动产业创新: the word around the difference is as good as that of the wording. */
export function isSynonym(text: string, start: number, wording: string, different: Span): boolean {
  for (let at = Math.max(0, different.start - start - 1); at <= different.end - start - 1; at++) {
    const [written, right] = [text.slice(start + at, start + at + 2), wording.slice(at, at + 2)];
    const words: readonly (readonly string[])[] = SYNONYMS;
    if (words.some((group) => group.includes(written) && group.includes(right))) return true;
  }
  return false;
}
