/** What holds for every misquotation: it is found, its fix takes the source's letters, and then it is gone. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quoteMismatch } from '../../server/src/checks/quote/quoteMismatch';
import { letterText } from '../../server/src/index/letterText';
import { emptyKnowledgeData, Knowledge } from '../../server/src/knowledge/knowledge';
import { runChecks } from '../support/checkDraft';
import { corpusOf } from '../support/corpus';

const LETTERS = [...'山水田林路桥村镇学校医院工厂商店河湖海天地人口手足日月星辰风雨雷电春夏秋冬东南西北'];
const knowledge = new Knowledge(emptyKnowledgeData);
/** Clauses of six letters; no letter comes twice, so that there is one way to repair a slip. */
const sentence = fc
  .shuffledSubarray(LETTERS, { minLength: 18, maxLength: LETTERS.length })
  .map((units) => units.join('').match(/.{5,6}/g)!);
/** A slip at a place: the letter is replaced, left out, or has another put before it. */
const slip = fc.record({ at: fc.nat(100), kind: fc.constantFrom('changed', 'missing', 'added') });

describe('quote.mismatch', () => {
  it('repairs up to two slips so that nothing is left to find', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.array(slip, { minLength: 1, maxLength: 2 }), (source, other, slips) => {
        const words = source.join('，');
        const corpus = corpusOf({ '/a.md': `${words}。\n${other.join('，')}。` });
        const quoted = slips.reduce((text, { at, kind }) => withSlip(text, at, kind), words);
        fc.pre(!letterText(words).letters.includes(letterText(quoted).letters));
        const draft = `李镇长指出：“${quoted}。”`;
        const findings = runChecks([quoteMismatch], draft, '2026-11-22', knowledge, { corpus });
        assert.equal(findings.length, 1, draft);
        const { start, end, fixes } = findings[0]!;
        assert.ok(5 <= start && start < end && end <= draft.length - 1);
        const repaired = [...fixes[0]!.edits]
          .sort((a, b) => b.start - a.start)
          .reduce((text, edit) => text.slice(0, edit.start) + edit.newText + text.slice(edit.end), draft);
        assert.equal(letterText(repaired).letters, letterText(`李镇长指出${words}`).letters);
        assert.deepEqual(runChecks([quoteMismatch], repaired, '2026-11-22', knowledge, { corpus }), []);
      }),
    );
  });
});

/** Not at the ends, where a quotation may begin or break off. */
function withSlip(words: string, at: number, kind: string): string {
  const places = [...words.matchAll(/(?<=[一-鿿]{2})[一-鿿](?=[一-鿿]{2})/g)].map(({ index }) => index);
  const place = places[at % places.length]!;
  const rest = words.slice(kind === 'added' ? place : place + 1);
  return words.slice(0, place) + (kind === 'missing' ? '' : '鹅') + rest;
}
