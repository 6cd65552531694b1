/** Sayings of the knowledge base that no document of the corpus holds. */
import assert from 'node:assert/strict';
import { quoteMismatch } from '../../../server/src/checks/quote/quoteMismatch';
import { checkDraft } from '../../support/checkDraft';

const QUOTES = `=== knowledge/quotes.yaml
- id: small-matters
  speaker: 李镇长
  keyPhrase: 把群众的小事当作自己的大事
  occasion: 在河湾镇调研
  date: '2023-05-04'
  sources:
    - { title: 河湾镇调研记录, issuer: 河湾镇, date: '2023-05-04' }
  verified: '2026-11-22'
`;

function check(draft: string, files = '') {
  return checkDraft([quoteMismatch], `${draft}\n${QUOTES}${files}`);
}

describe('quote.mismatch against sayings', () => {
  it('finds a saying one character off with its speaker, occasion and date', () => {
    const [finding] = check('李镇长强调，“要⟦把群众的小事当做自己的大事⟧{quote.mismatch}，一件一件办”。');
    assert.match(finding!.message, /李镇长.*2023-05-04.*在河湾镇调研/);
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '把群众的小事当作自己的大事');
  });

  it('is silent about the saying itself, another speaker, and other sayings', () => {
    check('李镇长强调，“要把群众的小事当作自己的大事，一件一件办”。');
    check('王县长强调，“要把群众的小事当做自己的大事，一件一件办”。');
    check('李镇长强调，“要将群众的小事当作自己的大事，一件一件办”。');
    check('李镇长强调，“要把群众的难事当作自己的要事，一件一件办”。');
  });

  it('is silent where a source holds the words as they are quoted', () => {
    check(
      '李镇长强调，“要把群众的小事当做自己的大事，一件一件办”。',
      '=== corpus/另一次.md\n要把群众的小事当做自己的大事。\n',
    );
  });
});
