/** A snapshot from plain texts and YAML, for tests of features. */
import assert from 'node:assert/strict';
import type { Snapshot } from '../../../server/src/analysis/snapshot';
import { PhraseLexicon } from '../../../server/src/index/phraseLexicon';
import { Knowledge } from '../../../server/src/knowledge/knowledge';
import { knowledgeKindOf, loadKnowledge } from '../../../server/src/knowledge/load';
import type { Skeleton } from '../../../server/src/knowledge/skeletons';
import { knowledgePhrases } from '../../../server/src/worker/lexiconBuilder';
import { corpusOf, type DocumentInfos } from '../../support/corpus';

export interface SnapshotParts {
  readonly documents?: Readonly<Record<string, string>>;
  readonly infos?: DocumentInfos;
  /** YAML entries by file name, without `sources` and `verified`, which every entry gets. */
  readonly knowledge?: Readonly<Record<string, string>>;
  readonly skeletons?: readonly Skeleton[];
}

const COMMON = `  sources: [{ title: 工作方案, issuer: 市政府, date: "2026-01" }]
  verified: "2026-11-22"`;

export function snapshotOf({ documents = {}, infos, knowledge = {}, skeletons = [] }: SnapshotParts): Snapshot {
  const files = Object.entries(knowledge).map(([name, text]) => {
    const kind = knowledgeKindOf(name);
    assert.ok(kind, `${name} is no knowledge file`);
    const entries = text.trim().split(/\n(?=- )/);
    return {
      path: `/seeds/${name}`,
      kind,
      builtIn: true,
      text: entries.map((entry) => `${entry}\n${COMMON}`).join('\n'),
    };
  });
  const { value, problems } = loadKnowledge(files);
  assert.deepEqual(problems, []);
  const corpus = corpusOf(documents, infos);
  return Object.freeze({
    revision: 1,
    corpus,
    knowledge: new Knowledge(value),
    lexicon: new PhraseLexicon(knowledgePhrases(value, corpus, true)),
    skeletons,
  });
}
