/** Ghost text where a small corpus makes nothing likely: known phrases, and passages followed word for word. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { certainContinuation } from '../../../server/src/features/certainContinuation';
import { typedTextAt } from '../../../server/src/features/typedText';
import { snapshotOf } from './snapshotOf';

const files = {
  '/seeds/2025.md': '来年要在早开工、早投产、早见效上下功夫，让群众看得见。\n把责任落到人头，一件一件抓到底。',
  '/seeds/2026.md': '各部门要把责任落到人头，一周一周报进度。',
};

function continued(text: string): string | undefined {
  const typed = typedTextAt(parseDraft('draft.md', text), text.length);
  return typed && certainContinuation(snapshotOf({ documents: files }), typed)?.text;
}

describe('a certain continuation', () => {
  it('is the rest of the clause that a source has word for word', () => {
    assert.equal(continued('来年要在早开工、早投产、早'), '见效上下功夫');
  });

  it('needs twelve characters of the source', () => {
    assert.equal(continued('我们早投产、早'), undefined);
  });

  it('is the rest of the one formulation whose beginning is typed', () => {
    const knowledge = { 'formulations.yaml': '- id: x\n  text: 因地制宜发展新质生产力' };
    const typed = typedTextAt(parseDraft('draft.md', '要因地制宜发展'), 7);
    assert.equal(typed && certainContinuation(snapshotOf({ knowledge }), typed)?.text, '新质生产力');
  });

  it('is none where two sources go on differently', () => {
    assert.equal(continued('要把责任落到人头，一'), undefined);
  });

  it('holds no figure: the next document has another', () => {
    const text = '全市规模以上工业增加值增长';
    const typed = typedTextAt(parseDraft('draft.md', text), text.length)!;
    const documents = { '/a.md': `去年${text}6个百分点。` };
    assert.equal(certainContinuation(snapshotOf({ documents }), typed), undefined);
  });

  it('ends before punctuation', () => {
    assert.doesNotMatch(continued('在早开工、早投产、早见效') ?? '', /[，。]/);
  });
});
