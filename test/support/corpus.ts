/** A corpus in memory from plain texts, for tests of whatever reads one. */

import { Corpus } from '../../server/src/index/corpus';
import type { DocumentEntry } from '../../server/src/index/format';
import { Segment } from '../../server/src/index/segment';
import { buildSegment, segmentInput } from '../../server/src/index/segmentBuilder';
import { OffsetMap } from '../../server/src/text/offsetMap';

/** What a test may say of a document; the rest has plain defaults. */
export type DocumentInfos = Readonly<
  Record<string, Partial<Pick<DocumentEntry, 'title' | 'date' | 'issuer' | 'kind' | 'level' | 'place'>>>
>;

/**
 * A corpus of one segment, a document for each path, in order. A text is taken as already clean, so that clean
 * offsets are offsets of the text; the title is the file name unless `infos` gives another.
 */
export function corpusOf(files: Readonly<Record<string, string>>, infos: DocumentInfos = {}): Corpus {
  const inputs = Object.entries(files).map(([path, clean]) =>
    segmentInput(
      {
        path,
        title: path.replace(/^.*\/|\.[a-z]+$/g, ''),
        kind: 'other',
        size: clean.length,
        modified: 0,
        ...infos[path],
      },
      { clean, cleanToRaw: OffsetMap.identity, rawLineStarts: lineStarts(clean) },
    ),
  );
  const segment = Segment.open(buildSegment(inputs));
  if (typeof segment === 'string') throw new Error(`segment does not open: ${segment}`);
  return new Corpus([{ segment, hidden: new Set() }]);
}

function lineStarts(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}
