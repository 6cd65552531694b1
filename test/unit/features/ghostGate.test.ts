/** The gate of ghost text: what makes a suggestion more or less likely to be shown. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { type GhostEvidence, ghostWorth, likelihoodOf } from '../../../server/src/features/ghostGate';
import { suggestInline } from '../../../server/src/features/inlineCompletion';
import { snapshotOf } from './snapshotOf';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyEvidence: fc.Arbitrary<GhostEvidence> = fc.record({
  probability: share,
  length: fc.integer({ min: 2, max: 48 }),
  certain: fc.constantFrom('no', 'also', 'only'),
  beginsClause: fc.boolean(),
  foretold: share,
  corpusCharacters: fc.integer({ min: 0, max: 1e8 }),
});
const isShown = (evidence: GhostEvidence) => ghostWorth(evidence) >= 0;

describe('gate of ghost text', () => {
  const plain: GhostEvidence = {
    probability: 0.5,
    length: 4,
    certain: 'no',
    beginsClause: false,
    foretold: 0.6,
    corpusCharacters: 1e6,
  };

  it('never hides at a higher probability what is shown at a lower one', () => {
    fc.assert(
      fc.property(anyEvidence, share, (evidence, other) => {
        const [low, high] = [evidence.probability, other].sort((a, b) => a - b) as [number, number];
        if (isShown({ ...evidence, probability: low })) assert.ok(isShown({ ...evidence, probability: high }));
      }),
    );
  });

  it('never hides in a draft that is foretold better what is shown in one foretold worse', () => {
    fc.assert(
      fc.property(anyEvidence, share, (evidence, other) => {
        const [low, high] = [evidence.foretold, other].sort((a, b) => a - b) as [number, number];
        if (isShown({ ...evidence, foretold: low })) assert.ok(isShown({ ...evidence, foretold: high }));
      }),
    );
  });

  it('shows a longer one that is as likely', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        if (isShown(evidence)) assert.ok(isShown({ ...evidence, length: evidence.length + 1 }));
      }),
    );
  });

  it('shows what is nearly sure, and not what is unlikely', () => {
    assert.ok(isShown({ ...plain, probability: 0.95 }));
    assert.ok(!isShown({ ...plain, probability: 0.2 }));
  });

  it('trusts what is certain without statistics in a small corpus, not where a large one goes on otherwise', () => {
    const only: GhostEvidence = { ...plain, certain: 'only', probability: 0.01 };
    assert.ok(likelihoodOf({ ...only, corpusCharacters: 10_000 }) > likelihoodOf(only));
    assert.ok(!isShown({ ...only, probability: 0 }));
  });
});

describe('ghost text in a draft unlike the documents', () => {
  const often = '要推动科技创新和产业创新深度融合，塑造发展新动能。';
  const usual =
    '坚持稳中求进工作总基调，统筹发展和安全，着力扩大国内需求，加快建设现代化产业体系，切实保障和改善民生。';
  const snapshot = snapshotOf({
    documents: {
      '/a.md': `${often.repeat(5)}\n${usual.repeat(4)}\n${'要推动科技创新和成果转化，培育新的增长点。'.repeat(3)}`,
      '/b.md': `${often.repeat(3)}\n${usual.repeat(4)}\n${'要推动科技创新和人才培养，完善相关机制。'.repeat(2)}`,
    },
  });
  const shown = (earlier: string) => {
    const text = `${earlier}\n要推动科技创新和`;
    return suggestInline(snapshot, parseDraft('', text), text.length, { date: '2026-11-22' })?.insert;
  };

  it('is shown where the draft has gone on as the documents do', () => {
    assert.ok(shown(usual.repeat(4))?.startsWith('产业'));
  });

  it('is not shown where the draft has gone on in other ways each time', () => {
    const unlike =
      '坚持稳字当头，统筹发展全局，着力扩大招商规模，加快建设现代农业园，切实保障粮食供应，工作总结如下。国内需要更多投入。';
    assert.equal(shown(unlike.repeat(4)), undefined);
  });
});
