/** A silenced finding is recognised after the draft changed around it. */
import assert from 'node:assert/strict';
import { DraftMemo } from '../../../server/src/analysis/draftMemo';
import { findingFingerprint } from '../../../server/src/analysis/fingerprint';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { markedText } from '../../support/markedText';

function fingerprint(marked: string, code: 'target.outdated' | 'quote.mismatch' = 'target.outdated'): string {
  const { text, selections } = markedText(marked);
  return findingFingerprint(parseDraft('', text), { code, ...selections[0]! });
}

const original = '同志们：\n\n我们确定了目标，⟪到2020年⟫进入创新型国家行列，要抓紧。\n';

describe('the fingerprint of a finding', () => {
  it('is 16 hexadecimal digits', () => {
    assert.match(fingerprint(original), /^[0-9a-f]{16}$/);
    assert.match(fingerprint('⟪⟫'), /^[0-9a-f]{16}$/);
  });

  it('stays when the finding moves', () => {
    const moved = `# 标题\n\n新的一段。\n\n${original.replace('同志们', '各位代表')}`;
    assert.equal(fingerprint(moved), fingerprint(original));
  });

  it('stays when width and spaces change', () => {
    assert.equal(fingerprint(original.replace('，⟪', ', ⟪')), fingerprint(original));
  });

  it('changes with the words, with their neighbours, and with the code', () => {
    assert.notEqual(fingerprint(original.replace('2020', '2030')), fingerprint(original));
    assert.notEqual(fingerprint(original.replace('进入', '迈入')), fingerprint(original));
    assert.notEqual(fingerprint(original, 'quote.mismatch'), fingerprint(original));
  });
});

describe('the memory of open drafts', () => {
  it('parses a version once, and a new one anew', () => {
    const memo = new DraftMemo();
    let parsed = 0;
    const text = (content: string) => () => {
      parsed++;
      return content;
    };
    const first = memo.get('a', 1, text('一、甲'));
    assert.equal(memo.get('a', 1, text('一、甲')), first);
    assert.equal(parsed, 1);
    assert.equal(memo.get('a', 2, text('二、乙')).headings[0]?.title, '乙');
    memo.forget('a');
    assert.equal(memo.get('a', 1, text('三、丙')).headings[0]?.title, '丙');
  });
});
