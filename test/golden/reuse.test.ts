/** Reuse and quotations on the real documents: what is genuine is silent, what was changed or borrowed is found. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from '../../server/src/analysis/finding';
import type { Check } from '../../server/src/checks/check';
import { passageDuplicate } from '../../server/src/checks/passage/passageDuplicate';
import { quotedSpeech } from '../../server/src/checks/quote/quotedSpeech';
import { quoteMismatch } from '../../server/src/checks/quote/quoteMismatch';
import { parseDraft } from '../../server/src/draft/parseDraft';
import type { Corpus } from '../../server/src/index/corpus';
import { exactSources } from '../../server/src/index/quotationSource';
import { textReuse } from '../../server/src/index/textReuse';
import { emptyKnowledgeData, Knowledge } from '../../server/src/knowledge/knowledge';
import { runChecks } from '../support/checkDraft';
import { corpusOf } from '../support/corpus';
import { randomNumbers } from '../support/plantedPassages';
import { hasRealDocuments, realDocuments } from '../support/realDocuments';

const knowledge = new Knowledge(emptyKnowledgeData);

function run(check: Check, corpus: Corpus, text: string, path?: string): Finding[] {
  return runChecks([check], text, '2026-11-22', knowledge, { corpus, path });
}

function repaired(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap(({ fixes }) => fixes[0]!.edits);
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((to, { start, end, newText }) => to.slice(0, start) + newText + to.slice(end), text);
}

/** The text with one Han character within it replaced by another. */
function withSlip(words: string, random: (below: number) => number): string {
  const places = [...words.matchAll(/(?<=[一-鿿])[一-鿿](?=[一-鿿])/g)].map(({ index }) => index);
  const at = places[random(places.length)]!;
  const slip = [...'甜圆唱鞋'].find((character) => character !== words[at])!;
  return words.slice(0, at) + slip + words.slice(at + 1);
}

(hasRealDocuments ? describe : describe.skip)('the real documents (skipped where ../shared/corpus is missing)', () => {
  let files: Record<string, string>;
  let corpus: Corpus;
  before(function () {
    this.timeout(60_000);
    const read = realDocuments('core');
    files = read.files;
    corpus = corpusOf(files, read.infos);
  });

  it('hold no misquotation where another document has the very words, and a slip in them is found', function () {
    this.timeout(60_000);
    const random = randomNumbers(1);
    let genuine = 0;
    let found = 0;
    for (const [path, text] of Object.entries(files)) {
      const draft = parseDraft('file:///draft.md', text);
      for (const piece of quotedSpeech(draft).flatMap(({ pieces }) => pieces)) {
        const words = text.slice(piece.start, piece.end);
        if (words.length > 200 || !/[一-鿿]{5}/.test(words)) continue;
        if (exactSources(corpus, words, 1, path).length === 0) continue;
        genuine++;
        assert.deepEqual(run(quoteMismatch, corpus, `会议指出：“${words}”`), []);
        const findings = run(quoteMismatch, corpus, `会议指出：“${withSlip(words, random)}”`);
        if (findings.length === 1) found++;
      }
    }
    assert.ok(genuine > 100, `${genuine} quotations`);
    assert.ok(found / genuine >= 0.97, `${found} of ${genuine} slips found`);
  });

  it('are not borrowed from each other where they only share set phrases', function () {
    this.timeout(60_000);
    const reports = Object.keys(files).filter((path) => path.includes('provincial_2026'));
    const found = reports.flatMap((exceptPath) =>
      textReuse(corpus, files[exceptPath]!, { minLength: 30, formulaicLimit: 3, exceptPath }).passages.map((passage) =>
        files[exceptPath]!.slice(passage.start, passage.end),
      ),
    );
    assert.ok(found.length <= 2, found.join('\n'));
  });

  it('are named once where a draft is another transcription of one', function () {
    this.timeout(60_000);
    const years = ['1995', '2005', '2015'];
    for (const year of years) {
      const path = Object.keys(files).find((name) => name.includes('/gwr_govcn/') && name.includes(`/${year}_`))!;
      const { [path]: text, ...others } = files;
      const same = Object.keys(others).filter((name) => name.includes('/gwr') && name.includes(`/${year}_`));
      const findings = run(
        passageDuplicate,
        corpusOf(Object.fromEntries(same.map((name) => [name, others[name]!]))),
        text!,
      );
      assert.equal(findings.length, 1, `${year}: ${findings.length}`);
    }
  });
});

const seeds = resolve('..', 'shared', 'seeds');

(existsSync(seeds) ? describe : describe.skip)('signed sayings (skipped where ../shared/seeds is missing)', () => {
  const names = existsSync(seeds) ? readdirSync(seeds).sort() : [];
  const texts = Object.fromEntries(names.map((name) => [`/${name}`, readFileSync(join(seeds, name), 'utf8')]));
  const lines =
    Object.values(texts)[1]
      ?.split(/\r?\n/)
      .filter((line) => line.trim() !== '') ?? [];
  const sayings = lines.flatMap((line, i) => {
    const signature = lines[i + 1];
    return signature?.startsWith('——') ? [{ saying: line.trim(), signature }] : [];
  });
  const corpus = corpusOf(texts);
  const dayOf = (signature: string) => /\d{4}年\d{1,2}月(?:\d{1,2}日)?/.exec(signature)![0];

  it('are all there', () => assert.equal(sayings.length, 5));

  it('are recognised, signed or introduced with their day, and a changed character is repaired wherever it is', () => {
    for (const { saying, signature } of sayings) {
      const words = saying.replace(/。$/, '');
      const written = {
        signed: (text: string) => `${text}。\n${signature}`,
        introduced: (text: string) => `${dayOf(signature)}，习近平总书记强调：“${text}。”`,
      };
      for (const [how, write] of Object.entries(written)) {
        assert.deepEqual(run(quoteMismatch, corpus, write(words)), [], `${how}: ${words}`);
        for (let at = 0; at < words.length; at++) {
          if (!/[一-鿿]/.test(words[at]!)) continue;
          const slip = [...'甜圆'].find((character) => character !== words[at])!;
          const wrong = write(words.slice(0, at) + slip + words.slice(at + 1));
          const findings = run(quoteMismatch, corpus, wrong);
          assert.equal(findings.length, 1, wrong);
          assert.equal(repaired(wrong, findings), write(words));
        }
      }
    }
  });

  it('are known by their day: another one is found, and the right one offered', () => {
    for (const { saying, signature } of sayings) {
      const right = dayOf(signature);
      const wrong = `${right.replace(/^\d{4}/, '2021')}，习近平总书记强调：“${saying}”`;
      const findings = run(quoteMismatch, corpus, wrong);
      assert.equal(findings.length, 1, wrong);
      assert.ok(repaired(wrong, findings).startsWith(right), `${findings[0]!.message}: ${repaired(wrong, findings)}`);
      assert.ok(findings[0]!.related[0]!.message.length > 0);
    }
  });
});
