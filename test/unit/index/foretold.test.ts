/** How often the corpus foretold what a draft went on with. */
import assert from 'node:assert/strict';
import { foretoldShare, USUALLY_FORETOLD } from '../../../server/src/index/foretold';
import { corpusOf } from '../../support/corpus';

const passage = '我们要坚持稳中求进工作总基调，统筹发展和安全，着力扩大国内需求，加快建设现代化产业体系。';
const corpus = corpusOf({ '/a.md': passage.repeat(3), '/b.md': passage });
const of = (text: string, from = 0) => foretoldShare(corpus, text, from, text.length);

describe('how often the corpus foretold a draft', () => {
  it('is the usual share where nothing is written yet', () => {
    assert.equal(of(''), USUALLY_FORETOLD);
  });

  it('is higher in a draft that goes on as the documents do', () => {
    assert.ok(of(passage.repeat(4)) > 0.9);
  });

  it('is lower in a draft that begins phrases of the documents and goes on otherwise', () => {
    assert.ok(of('我们要坚决统筹发展需要，着力扩大招商，加快建设高铁。'.repeat(10)) < 0.4);
  });

  it('is the usual share in a draft about which the documents say nothing', () => {
    assert.equal(of('春江潮水连海平，海上明月共潮生。'.repeat(10)), USUALLY_FORETOLD);
  });

  it('leaves out what stands before the draft begins, and what is being typed', () => {
    const before = '稳中求别的。'.repeat(20);
    const text = passage.repeat(4);
    assert.equal(of(before + text, before.length), of(text));
    const whole = text.slice(0, 128);
    assert.equal(of(`${whole}着力扩大别`), of(whole));
  });

  it('is the same whatever was asked before', () => {
    const other = corpusOf({ '/a.md': passage.repeat(3), '/b.md': passage });
    const text = passage.repeat(6);
    for (let end = 0; end < text.length; end += 7) of(text.slice(0, end));
    assert.equal(of(text), foretoldShare(other, text, 0, text.length));
  });
});
