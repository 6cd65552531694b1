/** Terms and bodies are explained under the short names that drafts use, at any place and longest first. */
import assert from 'node:assert/strict';
import type { Snapshot } from '../../../server/src/analysis/snapshot';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { hover } from '../../../server/src/features/hover';
import { Corpus } from '../../../server/src/index/corpus';
import { PhraseLexicon } from '../../../server/src/index/phraseLexicon';
import { markedText } from '../../support/markedText';
import { seedKnowledge } from '../../support/seedKnowledge';

const snapshot: Snapshot = {
  revision: 1,
  corpus: Corpus.empty,
  knowledge: seedKnowledge(),
  lexicon: PhraseLexicon.empty,
  skeletons: [],
};

const named: readonly [string, RegExp][] = [
  ['落实“两‸重”建设项目。', /两重/],
  ['推进“两新‸”工作。', /两新/],
  ['实现双‸碳目标。', /碳/],
  ['向国资‸委汇报。', /国有资产监督管理委员会/],
  ['发展改革‸委要牵头。', /国家发展和改革委员会/],
  ['发展新质‸生产力，', /新质生产力/],
];

describe('hover under short names', () => {
  for (const [marked, name] of named) {
    it(marked, () => {
      const { text, cursor } = markedText(marked);
      const card = hover(snapshot, parseDraft('file:///d.md', text), cursor);
      assert.match(card?.markdown ?? '', name);
    });
  }
});
