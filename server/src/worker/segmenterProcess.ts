/** A child process that segments text with nodejieba: a second to load and 250 MB that only a process gives back. */
import type { Segmenter } from '../text/segmenter';

interface Jieba {
  insertWord(word: string): boolean;
  cut(text: string, hmm?: boolean): string[];
}

/** What the parent sends: words the dictionary should know, and texts to cut. */
export interface SegmentationRequest {
  readonly words: readonly string[];
  readonly texts: readonly string[];
}

export type SegmentationAnswer = { readonly cuts: string[][] } | { readonly unavailable: string };

function jiebaSegmenter(words: readonly string[]): Segmenter {
  const jieba = require('nodejieba') as Jieba;
  for (const word of words) jieba.insertWord(word);
  return { cut: (text) => jieba.cut(text, true) };
}

process.once('message', (request: SegmentationRequest) => {
  let answer: SegmentationAnswer;
  try {
    const segmenter = jiebaSegmenter(request.words);
    answer = { cuts: request.texts.map((text) => segmenter.cut(text)) };
  } catch (error) {
    answer = { unavailable: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer, () => process.disconnect());
});
