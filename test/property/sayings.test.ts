/** What holds for every line of the built-in knowledge: as it stands it is silent, with a slip it is found and mended. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sayingsOf } from '../../server/src/analysis/sayings';
import { quoteMismatch } from '../../server/src/checks/quote/quoteMismatch';
import { letterText } from '../../server/src/index/letterText';
import { applied } from '../support/applied';
import { runChecks } from '../support/checkDraft';
import { seedKnowledge } from '../support/seedKnowledge';

const knowledge = seedKnowledge();
const quotes = knowledge.data.quotes.filter(({ work }) => work !== undefined);
const lettersOf = (text: string) => letterText(text).letters;
const check = (draft: string) => runChecks([quoteMismatch], draft, '2026-11-28', knowledge);
const known = new Set(quotes.flatMap(({ keyPhrase, editions = [] }) => [keyPhrase, ...editions].map(lettersOf)));
/** Without a letter twice in a row: which of the two is too many or missing cannot be told. */
const long = quotes
  .map(({ keyPhrase }) => keyPhrase)
  .filter((line) => lettersOf(line).length >= 10 && !/(.)\1/.test(lettersOf(line)));

describe('lines of known works', function () {
  this.timeout(60_000);

  it('are silent as they stand, in every edition, under their author and work', () => {
    for (const { keyPhrase, editions = [], speaker, work } of quotes) {
      for (const wording of [keyPhrase, ...editions]) {
        const name = speaker === undefined ? `《${work}》` : `${speaker}在《${work}》`;
        const draft = `${name}中写道：“${wording}。”`;
        assert.deepEqual(
          check(draft).map(({ message }) => message),
          [],
          draft,
        );
        assert.deepEqual(check(`要做到${wording}。`), [], wording);
      }
    }
  });

  it('are found and mended with a letter changed, missing or too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.nat(100),
        fc.constantFrom('changed', 'missing', 'added'),
        (line, at, kind) => {
          const places = [...line.matchAll(/(?<=[一-鿿]{1})[一-鿿](?=[一-鿿]{1})/g)].map(({ index }) => index);
          fc.pre(places.length > 0);
          const place = places[at % places.length]!;
          const rest = line.slice(kind === 'added' ? place : place + 1);
          const wrong = line.slice(0, place) + (kind === 'missing' ? '' : '鹅') + rest;
          fc.pre(
            !sayingsOf(knowledge)
              .find(wrong, { start: 0, end: wrong.length })
              .some(({ slips }) => slips.length === 0),
          );
          const draft = `他常念“${wrong}”。`;
          const found = check(draft);
          assert.equal(found.length, 1, draft);
          const mended = applied(draft, found[0]!.fixes[0]!);
          assert.deepEqual(check(mended), [], mended);
          assert.ok(known.has(lettersOf(mended.slice(4, -2))), mended);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are found in a text as they are found alone', () => {
    const some = fc.array(fc.constantFrom(...long), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(some, (lines) => {
        const text = lines.map((line) => `有人说“${line}”`).join('。');
        const found = sayingsOf(knowledge).find(text, { start: 0, end: text.length });
        for (const line of lines)
          assert.ok(
            found.some(({ start, end }) => lettersOf(text.slice(start, end)).includes(lettersOf(line))),
            line,
          );
      }),
    );
  });
});
