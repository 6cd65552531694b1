/** A sentence without an end is cut at its clauses: nothing in it is lost, and what is wrong at its end is still found. */
import assert from 'node:assert/strict';
import { targetOutdated } from '../../../server/src/checks/target/targetOutdated';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { runChecks } from '../../support/checkDraft';
import { seedKnowledge } from '../../support/seedKnowledge';

const clause = '推动各项工作落到实处，';

describe('a very long sentence', () => {
  it('becomes several, each beginning with a clause, without a gap', () => {
    const text = clause.repeat(400);
    const [block] = parseDraft('file:///draft.md', text).blocks;
    const sentences = block!.sentences;
    assert.ok(sentences.length > 4);
    sentences.forEach((sentence, i) => {
      assert.ok(sentence.end - sentence.start <= 1000 + clause.length);
      assert.ok(text.startsWith(clause, sentence.start));
      assert.equal(sentence.start, sentences[i - 1]?.end ?? 0);
    });
    assert.equal(sentences.at(-1)!.end, text.length);
    assert.equal(sentences.flatMap(({ clauses }) => clauses).length, 400);
  });

  it('without any mark is cut all the same', () => {
    const [block] = parseDraft('file:///draft.md', '科'.repeat(2500)).blocks;
    assert.deepEqual(
      block!.sentences.map(({ start, end }) => end - start),
      [1000, 1000, 500],
    );
  });

  it('is checked to its end', () => {
    const findings = runChecks(
      [targetOutdated],
      `${clause.repeat(300)}力争到2020年进入创新型国家行列`,
      '2026-11-22',
      seedKnowledge(),
    );
    assert.equal(findings.length, 1);
  });

  it('of ordinary length stays as it is', () => {
    const [block] = parseDraft('file:///draft.md', clause.repeat(80)).blocks;
    assert.equal(block!.sentences.length, 1);
  });
});
