/** The document of the corpus that a title names. */
import type { Corpus } from '../../index/corpus';
import type { IndexedDocument } from '../../index/segment';
import { keyOf } from '../../text/keyText';

/** A shorter title may be that of many documents. In UTF-16 code units. */
const SHORTEST_TITLE = 6;

/** The one source with this title (without its marks); undefined where there is none, or more than one. O(1) after the first. */
export function documentTitled(corpus: Corpus, title: string): IndexedDocument | undefined {
  if (title.length < SHORTEST_TITLE) return undefined;
  const documents = documentsByTitle(corpus).get(keyOf(title));
  return documents?.length === 1 ? documents[0] : undefined;
}

const byTitle = new WeakMap<Corpus, ReadonlyMap<string, readonly IndexedDocument[]>>();

function documentsByTitle(corpus: Corpus): ReadonlyMap<string, readonly IndexedDocument[]> {
  const known = byTitle.get(corpus);
  if (known) return known;
  const made = new Map<string, IndexedDocument[]>();
  for (const document of corpus.sources) {
    const key = keyOf(document.title.replace(/^《|》$/g, ''));
    const same = made.get(key);
    if (same) same.push(document);
    else made.set(key, [document]);
  }
  byTitle.set(corpus, made);
  return made;
}
