/** Who is known for which lines: the names under which a line may be given, and the names that would be wrong. */
import type { Entry, Knowledge, KnowledgeData } from '../knowledge/knowledge';
import type { Quote } from '../knowledge/schemas';
import { derived } from '../util/derived';

/** Books of other people's words: to name one says where a line was read. */
const COLLECTIONS: ReadonlySet<string> = new Set(
  '古文观止 唐诗三百首 宋词三百首 全唐诗 全宋词 全宋诗 文选 昭明文选 乐府诗集 玉台新咏 增广贤文 昔时贤文 幼学琼林 格言联璧 菜根谭 围炉夜话 小窗幽记 名贤集 千家诗 太平御览 艺文类聚 资治通鉴 续资治通鉴 贞观政要 群书治要 说苑 新序 韩诗外传 孔子家语 三字经 四书 五经 四书五经 四书章句集注 近思录 宋元学案 明儒学案 史记 汉书 后汉书 三国志 宋史 明史'.split(
    ' ',
  ),
);

export class SayingNames {
  /** Authors of old works by each of their names. */
  readonly authors: ReadonlySet<string>;
  /** Old works by their name, that of the book, and that of a chapter. */
  readonly works: ReadonlySet<string>;
  readonly #aliases = new Map<string, string[]>();

  /** O(entries). */
  constructor(data: KnowledgeData) {
    const authors = new Set<string>();
    const works = new Set<string>();
    for (const { speaker, aliases } of data.quotes)
      if (speaker !== undefined)
        this.#aliases.set(speaker, [...(this.#aliases.get(speaker) ?? []), ...(aliases ?? [])]);
    for (const { speaker, work, date } of data.quotes) {
      // Who wrote in our time may cite any of them.
      if (work === undefined || date !== undefined) continue;
      for (const name of namesOfWork(work)) works.add(name);
      if (speaker !== undefined) for (const name of [speaker, ...(this.#aliases.get(speaker) ?? [])]) authors.add(name);
    }
    for (const name of COLLECTIONS) works.delete(name);
    this.authors = authors;
    this.works = works;
  }

  /** All names under which the line of an entry is rightly given. O(names). */
  namesOf({ speaker, work, alsoIn }: Quote): string[] {
    return [
      ...(speaker === undefined ? [] : [speaker, ...(this.#aliases.get(speaker) ?? [])]),
      ...(work === undefined ? [] : namesOfWork(work)),
      ...(alsoIn ?? []),
    ];
  }
}

export const sayingNamesOf = derived(({ data }: Knowledge) => new SayingNames(data));

/** 孟子·离娄上: as a whole, the book, the chapter. */
function namesOfWork(work: string): string[] {
  return [work, ...(work.includes('·') ? work.split('·') : [])];
}

/** The author and the work of an entry in a few characters: 范仲淹《岳阳楼记》. */
export function originOf({ speaker, work }: Entry<Quote>): string {
  return `${speaker ?? ''}${work === undefined ? '' : `《${work}》`}`;
}
