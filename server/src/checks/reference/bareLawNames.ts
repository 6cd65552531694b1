/** Finds laws named without 《》 and 中华人民共和国: 修订后的公司法自…起施行. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { WordingTrie } from '../../knowledge/wordingTrie';
import type { Span } from '../../text/span';
import { derived } from '../../util/derived';

/** A law as a sentence names it, with all its editions. */
export interface NamedLaw extends Span {
  readonly wording: string;
  readonly entries: readonly Entry<Reference>[];
}

const FULL_NAME = /^中华人民共和国(\p{Script=Han}{2,20}(?:法|法典))(?:（\d{4}年.{0,4}）)?$/u;

const lawsByName = derived(({ data }: Knowledge) => {
  const byName = new Map<string, Entry<Reference>[]>();
  for (const entry of data.references) {
    const name = entry.kind === 'law' ? FULL_NAME.exec(entry.name)?.[1] : undefined;
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  const trie = new WordingTrie();
  const laws = [...byName];
  for (const [i, [name]] of laws.entries()) trie.add(name, i, 2);
  return { trie, laws };
});

/** The laws a sentence names outside titles, ascending. O(length × longest name). */
export function bareLawNames(knowledge: Knowledge, { draft, sentence, cited }: SentencePlace): NamedLaw[] {
  const { trie, laws } = lawsByName(knowledge);
  const found: NamedLaw[] = [];
  for (const longestLast of trie.find(draft.text, sentence)) {
    const { wording, start, end } = longestLast.at(-1)!;
    if (start < (found.at(-1)?.end ?? 0) || cited.some((span) => span.start <= start && end <= span.end)) continue;
    if (/^中华人民共和国$/.test(draft.text.slice(Math.max(0, start - 7), start))) continue;
    found.push({ start, end, wording: laws[wording]![0], entries: laws[wording]![1] });
  }
  return found;
}
