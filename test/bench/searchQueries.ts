/** The labelled queries in `test/fixtures/search`: a kind, what is asked, and words of the passage that is meant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../../server/src/index/corpus';
import { letterText } from '../../server/src/index/letterText';
import { wordingRanges } from '../../server/src/index/quotationSource';

export interface LabelledQuery {
  readonly kind: string;
  readonly text: string;
  /** Letters that the passage holds. */
  readonly wanted: string;
}

/** `development`: looked at while searching was written; `test`: written before and measured after. */
export function searchQueries(set: 'development' | 'test'): LabelledQuery[] {
  const lines = readFileSync(join('test', 'fixtures', 'search', `${set}.tsv`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [kind, text, passage] = line.split('\t');
    if (!kind || !text || !passage) throw new Error(`not a labelled query: ${line}`);
    return { kind, text, wanted: letterText(passage).letters };
  });
}

/** The queries whose passage the corpus holds; the others are named on standard error. */
export function queriesInForce(queries: readonly LabelledQuery[], corpus: Corpus): LabelledQuery[] {
  return queries.filter(({ text, wanted }) => {
    const isThere = wordingRanges(corpus, wanted).length > 0;
    if (!isThere) process.stderr.write(`no source holds what is meant by ${text}\n`);
    return isThere;
  });
}
