/** Segments many short texts: with nodejieba in a process of its own, else with what the runtime has. */
import { fork } from 'node:child_process';
import { intlSegmenter } from '../text/segmenter';
import type { SegmentationAnswer, SegmentationRequest } from './segmenterProcess';

const TIME_LIMIT = 60_000;

export interface Segmentation {
  readonly cuts: readonly (readonly string[])[];
  /** `nodejieba`, or `Intl.Segmenter` where that is not installed or does not load. */
  readonly segmenter: 'nodejieba' | 'Intl.Segmenter';
}

/**
 * Cuts `texts` into words; `words` are added to the dictionary. The process starts when it is
 * needed and ends with its answer. Never fails: without nodejieba the built-in segmenter answers.
 * @param processFile the bundled segmenter process
 */
export async function segmentTexts(processFile: string, request: SegmentationRequest): Promise<Segmentation> {
  const answer = await askProcess(processFile, request);
  const cuts = answer && 'cuts' in answer ? answer.cuts : [];
  if (cuts.length === request.texts.length) return { cuts, segmenter: 'nodejieba' };
  const segmenter = intlSegmenter();
  return { cuts: request.texts.map((text) => segmenter.cut(text)), segmenter: 'Intl.Segmenter' };
}

function askProcess(processFile: string, request: SegmentationRequest): Promise<SegmentationAnswer | undefined> {
  return new Promise((resolve) => {
    const child = fork(processFile, { stdio: 'ignore', execArgv: [] });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    const settle = (answer: SegmentationAnswer | undefined) => {
      clearTimeout(timer);
      resolve(answer);
    };
    child.once('message', (answer) => settle(answer as SegmentationAnswer));
    child.once('error', () => settle(undefined));
    child.once('exit', () => settle(undefined));
    child.send(request, (error) => {
      if (error) child.kill();
    });
  });
}
