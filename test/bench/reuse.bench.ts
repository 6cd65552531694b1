/**
 * Measures `passage.duplicate` on planted passages, development and test documents apart, and beside it winnowing,
 * MinHash with LSH and a trigram search. `-- --scale DIR` adds splits over unpacked laws and newscasts; `--outside NAME`
 * lists what was flagged outside the plants of a split, `--missed NAME` what was not found.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanText } from '../../server/src/corpus/clean/cleanText';
import type { Corpus } from '../../server/src/index/corpus';
import { textReuse } from '../../server/src/index/textReuse';
import { corpusOf } from '../support/corpus';
import { editKinds } from '../support/editedPassages';
import { type PlantedDraft, plant, randomNumbers } from '../support/plantedPassages';
import { hasRealDocuments, realDocuments } from '../support/realDocuments';
import { minHashLsh, trigramSearch, winnowing } from './reuseBaselines';
import { type Detector, ReuseScore } from './reuseScore';
import { printTable } from './table';

const EDITS = [0, 0.1, 0.2, 0.3, 0.4];
const SETTINGS = { minLength: 30, formulaicLimit: Number(process.env.LIMIT ?? 3) };

/** Sources, some of which are planted, and texts to plant in. */
interface Split {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly planted: (path: string) => boolean;
  readonly backgrounds: readonly string[];
  readonly kinds: boolean;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function run({ name, files, planted, backgrounds, kinds }: Split): void {
  const corpus = corpusOf(files);
  const entries = Object.entries(files);
  const own = entries.filter(([path]) => planted(path));
  const accepts = kinds ? unlessShared(entries) : () => true;
  const random = randomNumbers(name.length);
  const drafts = backgrounds.map((background) =>
    plant(
      background,
      Array.from({ length: 9 }, () => own[random(own.length)]!),
      EDITS,
      random,
      kinds ? { kinds: editKinds, accepts } : {},
    ),
  );
  const detectors: Record<string, Detector> = { Zhibi: ours(corpus) };
  if (!process.argv.includes('--alone')) {
    detectors.winnowing = winnowing(entries);
    detectors['MinHash-LSH'] = minHashLsh(entries);
    detectors['trigram search'] = trigramSearch(entries);
  }
  const scores = Object.entries(detectors).map(([detector, detect]) => ({ detector, score: measure(detect, drafts) }));
  printTable(
    `${name}: ${corpus.documents.length} documents, ${corpus.characters} characters, ${drafts.length} drafts`,
    ['detector', ...ReuseScore.columns],
    scores.map(({ detector, score }) => [detector, ...score.row()]),
  );
  const zhibi = scores[0]!.score;
  if (kinds) console.log(`\nby kind of edit: ${zhibi.kinds()}`);
  console.log(`outside plants ${zhibi.outside.length}`);
  if (option('--outside') === name) console.log(zhibi.outside.join('\n'));
  if (option('--missed') === name) console.log(zhibi.missed.join('\n'));
}

/** Documents of this many titles share what is formulaic: such a passage is no plant. */
const FORMULAIC_TITLES = 3;

/** Refuses passages most of whose sentences stand in documents of several titles; editions of one document are one. */
function unlessShared(entries: readonly (readonly [path: string, text: string])[]): (passage: string) => boolean {
  const titles = new Map<string, Set<string>>();
  for (const [path, text] of entries) {
    const title = basename(path).replace(/[（(]\d{4}.*$/, '');
    for (const sentence of sentencesOf(text)) {
      const known = titles.get(sentence);
      if (known) known.add(title);
      else titles.set(sentence, new Set([title]));
    }
  }
  return (passage) => {
    const sentences = sentencesOf(passage);
    const shared = sentences.filter((sentence) => (titles.get(sentence)?.size ?? 0) >= FORMULAIC_TITLES);
    return 2 * shared.join('').length < sentences.join('').length;
  };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？])”?|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function measure(detect: Detector, drafts: readonly PlantedDraft[]): ReuseScore {
  const score = new ReuseScore();
  for (const draft of drafts) score.add(detect, draft);
  return score;
}

function ours(corpus: Corpus): Detector {
  return (text) =>
    textReuse(corpus, text, SETTINGS).passages.map(({ start, end, source, others, similarity }) => ({
      start,
      end,
      paths: [source, ...others].map(({ document }) => document.path),
      why: `${similarity.toFixed(2)} ${source.document.title}: ${source.document.cleanText(source.start, source.end)}`,
    }));
}

/** Public reports planted into provincial reports; both halves were looked at while tuning. */
function reports(): Split[] {
  const folders = ['central_docs', 'cpc_congress', 'five_year_plan', 'gwr', 'state_council'];
  const { files } = realDocuments(...folders.map((folder) => `core/${folder}`));
  const backgrounds = Object.values(realDocuments('core/provincial_2026').files);
  const order = Object.keys(files);
  return ['development', 'test'].map((name, parity) => ({
    name,
    files,
    planted: (path) => order.indexOf(path) % 2 === parity,
    backgrounds: backgrounds.filter((_, i) => i % 2 === parity),
    kinds: false,
  }));
}

/** A letter with one of the regulations in it repeats that. */
const CARRIES_ANOTHER = /印发|公布|令|修改|修订|条例|规定|规则/;

/** Laws and newscasts planted into other kinds of documents: every split with documents of its own. */
function atScale(root: string): Split[] {
  const laws = (...folders: string[]) => textsBelow(...folders.map((folder) => join(root, 'laws', folder)));
  const news = (year: string) => textsBelow(join(root, 'xwlb'), (name) => name.startsWith(year));
  return [
    {
      name: 'regulations and news 2023, in official letters',
      files: { ...laws('行政法规'), ...news('2023'), ...realDocuments('core/gwr').files },
      planted: (path) => !path.includes('/gwr/'),
      backgrounds: inLengths(
        Object.entries(realDocuments('core/state_council').files).flatMap(([path, text]) =>
          CARRIES_ANOTHER.test(basename(path)) ? [] : [text],
        ),
      ),
      kinds: true,
    },
    {
      name: 'acts and news 2024, in congress reports',
      files: { ...laws('社会法', '经济法', '行政法', '民法商法'), ...news('2024') },
      planted: () => true,
      backgrounds: parts(realDocuments('core/cpc_congress').files, 8000),
      kinds: true,
    },
    {
      name: 'rules and news 2025, in plans and early reports',
      files: { ...laws('部门规章', '司法解释'), ...news('2025'), ...realDocuments('core/provincial_2026').files },
      planted: (path) => !path.includes('/provincial_2026/'),
      backgrounds: parts(realDocuments('core/five_year_plan', 'core/gwr_govcn').files, 8000).filter(
        (_, i) => i % 4 === 0,
      ),
      kinds: true,
    },
  ];
}

/** Texts cut into drafts of about `length` characters, at line ends. */
function parts(files: Readonly<Record<string, string>>, length: number): string[] {
  return Object.values(files).flatMap((text) => inLengths(text.split('\n'), length));
}

function textsBelow(...given: (string | ((name: string) => boolean))[]): Record<string, string> {
  const folders = given.filter((one) => typeof one === 'string');
  const accepts = given.find((one) => typeof one === 'function') ?? (() => true);
  const files: Record<string, string> = {};
  const read = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) read(join(path, name));
    else if (path.endsWith('.md') && accepts(basename(path)))
      files[path] = cleanText(readFileSync(path, 'utf8'), { format: 'markdown' }).text;
  };
  for (const folder of folders) if (existsSync(folder)) read(folder);
  return files;
}

/** Texts joined to drafts of at least `length` characters. */
function inLengths(texts: readonly string[], length = 6000): string[] {
  const drafts: string[] = [];
  let open = '';
  for (const text of texts) {
    open += `${text}\n`;
    if (open.length < length) continue;
    drafts.push(open);
    open = '';
  }
  return drafts;
}

if (hasRealDocuments) {
  const scale = option('--scale');
  const splits = [...reports(), ...(scale === undefined ? [] : atScale(scale))];
  const only = option('--only');
  for (const split of splits) if (only === undefined || split.name.startsWith(only)) run(split);
} else {
  console.log('skipped: the real documents (../shared/corpus) are missing');
}
