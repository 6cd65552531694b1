/** The documents that completion is fitted and measured on, and the corpora they are typed against. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Corpus } from '../../server/src/index/corpus';
import { type IndexedDocument, Segment } from '../../server/src/index/segment';
import { SegmentBuilder } from '../../server/src/index/segmentBuilder';
import { CorpusIndexer } from '../../server/src/worker/corpusIndexer';
import { openCorpus } from '../../server/src/worker/openCorpus';

/** A document to type, and what is indexed while it is typed: never the document itself or another edition of it. */
export interface TypingTask {
  readonly document: IndexedDocument;
  readonly corpus: Corpus;
}

/** A way to choose what is indexed. */
export interface Condition {
  readonly name: string;
  readonly tasks: (split: 'development' | 'test') => Iterable<TypingTask>;
}

export const realFolder = resolve('..', 'shared', 'corpus', 'core');
export const hasRealFolder = existsSync(realFolder);

/** The documents below folders, read and cleaned as the server does; `cache` keeps the index between runs. */
export async function documentsOf(folders: readonly string[], cache: string): Promise<readonly IndexedDocument[]> {
  const request = {
    folders: folders.map((folder) => resolve(folder)),
    exclude: [],
    maxCharacters: 1e9,
    cacheFolder: cache,
  };
  const update = await new CorpusIndexer().update(
    request,
    () => {},
    () => false,
  );
  return update ? openCorpus(update.parts).documents : [];
}

/** An index of exactly these documents, in one part. */
export function partOf(documents: readonly IndexedDocument[]): Segment {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.addFrom(document);
  const segment = Segment.open(builder.build());
  if (typeof segment === 'string') throw new Error(`a segment just built is ${segment}`);
  return segment;
}

function corpusOfParts(...segments: readonly Segment[]): Corpus {
  return new Corpus(segments.map((segment) => ({ segment, hidden: new Set<number>() })));
}

export const isProvincial = ({ path }: IndexedDocument) => path.includes('provincial');
const isNational = ({ path, kind }: IndexedDocument) => kind === 'work-report' && path.includes('gwr_govcn');
const isSpeech = ({ path }: IndexedDocument) => path.includes('central_docs');

/** Every other document is for development, so that both halves hold every kind. */
function half<T>(documents: readonly T[], split: 'development' | 'test'): T[] {
  return documents.filter((_, i) => (i % 2 === 0) === (split === 'development'));
}

/** The conditions there are documents for. `news`: more sources, none of them typed. */
export function conditions(core: readonly IndexedDocument[], news: readonly IndexedDocument[]): Condition[] {
  const provincial = core.filter(isProvincial);
  const others = core.filter((document) => !isProvincial(document));
  const national = core.filter((document) => isNational(document) && Number(document.date?.slice(0, 4)) >= 2008);
  const speeches = core.filter(isSpeech);
  const earlier = (pool: readonly IndexedDocument[], { date }: IndexedDocument) =>
    pool.filter((document) => document.date !== undefined && date !== undefined && document.date.slice(0, 10) < date);
  let shared: { key: string; segment: Segment } | undefined;
  const background = (key: string, documents: readonly IndexedDocument[]) => {
    if (shared?.key !== key) shared = { key, segment: partOf(documents) };
    return shared.segment;
  };
  const withPeers = (name: string, documents: readonly IndexedDocument[]): Condition => ({
    name,
    *tasks(split) {
      for (const document of half(provincial, split)) {
        const peers = partOf(provincial.filter((other) => other !== document));
        yield {
          document,
          corpus: documents.length === 0 ? corpusOfParts(peers) : corpusOfParts(background(name, documents), peers),
        };
      }
    },
  });
  const strictlyEarlier = (
    name: string,
    typed: readonly IndexedDocument[],
    pool: (document: IndexedDocument) => readonly IndexedDocument[],
  ): Condition => ({
    name,
    *tasks(split) {
      for (const document of half(typed, split)) {
        const documents = pool(document);
        yield { document, corpus: corpusOfParts(background(documents.map(({ path }) => path).join('\n'), documents)) };
      }
    },
  });
  const list = [
    withPeers('provincial reports, the other provinces and all else', others),
    ...(news.length > 0
      ? [withPeers('provincial reports, the other provinces, all else and news', [...others, ...news])]
      : []),
    withPeers('provincial reports, only the other provinces', []),
    strictlyEarlier('provincial reports, only strictly earlier documents', provincial.slice(0, 8), () =>
      [...others, ...news].filter(({ date }) => (date ?? '') < '2026'),
    ),
    strictlyEarlier('national reports, only strictly earlier documents', national, (document) =>
      earlier([...others, ...news], document).filter(({ date }) => date!.slice(0, 4) < document.date!.slice(0, 4)),
    ),
    strictlyEarlier('meetings and speeches, only strictly earlier documents', speeches.slice(-12), (document) =>
      earlier([...others, ...news], document),
    ),
    strictlyEarlier('provincial reports, five others', provincial, (document) =>
      provincial.filter((other) => other !== document).slice(0, 5),
    ),
  ];
  return list;
}

/** Each built-in sample typed against the others: what can be measured anywhere. */
export function sampleConditions(samples: readonly IndexedDocument[]): Condition[] {
  return [
    {
      name: 'built-in samples, the others indexed',
      *tasks(split) {
        for (const document of half(samples, split)) {
          yield { document, corpus: corpusOfParts(partOf(samples.filter((other) => other !== document))) };
        }
      },
    },
  ];
}
