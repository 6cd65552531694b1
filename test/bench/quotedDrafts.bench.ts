/**
 * Measures `quote.mismatch` on sentences that quote national reports as drafts do: false alarms by the form of quoting,
 * recall by what is wrong, and silence where quotation marks hold no quotation. `-- --seed N` draws other sentences.
 */
import { quoteMismatch } from '../../server/src/checks/quote/quoteMismatch';
import type { Corpus } from '../../server/src/index/corpus';
import { exactSources } from '../../server/src/index/quotationSource';
import { emptyKnowledgeData, Knowledge } from '../../server/src/knowledge/knowledge';
import { runChecks } from '../support/checkDraft';
import { corpusOf } from '../support/corpus';
import { NO_QUOTATIONS } from '../support/noQuotations';
import { type Random, randomNumbers } from '../support/plantedPassages';
import { FORMS, type Form, quotableSentences, quoting, slipKinds, withSlip } from '../support/quotedSentences';
import { hasRealDocuments, realDocuments } from '../support/realDocuments';
import { printTable } from './table';

const EACH = 40;
const knowledge = new Knowledge(emptyKnowledgeData);
const forms = Object.keys(FORMS) as Form[];

/** A sentence of a document and how drafts name the document. */
interface Quotable {
  readonly words: string;
  readonly name: string;
}

function nameOf(path: string): string | undefined {
  const year = /\/(\d{4})_国务院政府工作报告/.exec(path)?.[1];
  if (year !== undefined) return `${year}年政府工作报告`;
  const congress = /\((.{2,3}大)\)/.exec(path)?.[1];
  return congress !== undefined ? `党的${congress}报告` : undefined;
}

function quotables(files: Readonly<Record<string, string>>): Quotable[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const name = nameOf(path);
    const recent = /十[四五六七八九]大|二十大|199\d|20\d\d/.test(name ?? '');
    return name !== undefined && recent ? quotableSentences(text).map((words) => ({ words, name })) : [];
  });
}

function flagged(corpus: Corpus, draft: string): boolean {
  return runChecks([quoteMismatch], draft, '2026-11-22', knowledge, { corpus }).length > 0;
}

function measure(corpus: Corpus, pool: readonly Quotable[], random: Random): void {
  const shown = process.argv.includes('--show');
  const draw = () => pool[random(pool.length)]!;
  const genuine = forms.map((form) => {
    const wrong = Array.from({ length: EACH }, () => draw())
      .map(({ name, words }) => quoting(form, name, words))
      .filter((draft) => flagged(corpus, draft));
    if (shown) for (const draft of wrong) console.log(`FALSE ${draft}`);
    return [form, `${wrong.length}/${EACH}`];
  });
  printTable('Genuine quotations flagged', ['form', 'flagged'], genuine);

  const rows = slipKinds.map((kind) => {
    const cells = forms.map((form) => {
      let [found, all] = [0, 0];
      for (let tries = 0; all < EACH / 2 && tries < 2000; tries++) {
        const { name, words } = draw();
        const wrong = withSlip(words, kind, random);
        if (wrong === undefined || wrong === words || exactSources(corpus, wrong, 1).length > 0) continue;
        all++;
        const draft = quoting(form, name, wrong);
        if (flagged(corpus, draft)) found++;
        else if (shown) console.log(`MISSED ${kind}: ${draft}\n       ${words}`);
      }
      return `${found}/${all}`;
    });
    return [kind, ...cells];
  });
  const names = [...new Set(pool.map(({ name }) => name))];
  rows.push([
    'wrong document',
    ...forms.map((form) => {
      let [found, all] = [0, 0];
      for (let tries = 0; all < EACH / 2 && tries < 2000; tries++) {
        const { name, words } = draw();
        const other = names[random(names.length)]!;
        if (other === name || other.slice(-4) !== name.slice(-4)) continue;
        const holders = exactSources(corpus, words, 20).map(({ document }) => nameOf(document.path));
        if (holders.includes(other) || words.length < 18) continue;
        all++;
        const draft = quoting(form, other, words);
        if (flagged(corpus, draft)) found++;
        else if (shown) console.log(`MISSED document: ${draft}\n       ${holders}`);
      }
      return `${found}/${all}`;
    }),
  ]);
  printTable('Wrong quotations found, by form', ['what is wrong', ...forms], rows);

  const noise = NO_QUOTATIONS.filter((draft) => flagged(corpus, draft));
  console.log(`\nno quotations of a source: ${noise.length} of ${NO_QUOTATIONS.length} flagged`);
  for (const draft of noise) console.log(`  ${draft}`);
}

if (hasRealDocuments) {
  const { files, infos } = realDocuments('core');
  const corpus = corpusOf(files, infos);
  const seed = process.argv.indexOf('--seed');
  measure(corpus, quotables(files), randomNumbers(seed < 0 ? 11 : Number(process.argv[seed + 1])));
} else {
  console.log('skipped: the real documents (../shared/corpus) are missing');
}
