/**
 * Measures completion by typing real documents against an index of others:
 * `npm run bench:completion -- [--news DIR]... [--stretch N] [--stretches N] [--split test|development] [--only TEXT] [--baselines]
 * [--lsp]`; with `--latency` only how long it takes, over indexes of three sizes.
 *
 * One character is one keystroke; taking a suggestion costs one, whole or not at all. "List of five" finds its item
 * for one keystroke; "with the way" also charges one for each item above. The rows "by pinyin" charge each word typed its
 * letters and one key to choose it. A writer who takes what helps most at each
 * place is simulated. `--lsp` types the same stretches into the built server as well, see completionOverLsp.ts. Documents typed are never in the index, nor other editions of them; see completionCorpus.ts.
 */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resourcesIn } from '../../server/src/analysis/resources';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { complete } from '../../server/src/features/completion/completion';
import { suggestInline } from '../../server/src/features/inlineCompletion';
import { NextText } from '../../server/src/index/nextText';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import type { IndexedDocument } from '../../server/src/index/segment';
import type { KnowledgeData } from '../../server/src/knowledge/knowledge';
import { Knowledge } from '../../server/src/knowledge/knowledge';
import { readBuiltInKnowledge } from '../../server/src/worker/builtInKnowledge';
import { knowledgePhrases } from '../../server/src/worker/lexiconBuilder';
import {
  type Condition,
  conditions,
  documentsOf,
  hasRealFolder,
  isProvincial,
  realFolder,
  sampleConditions,
  type TypingTask,
} from './completionCorpus';
import { measureSizes } from './completionLatency';
import { TypedDocument } from './completionOverLsp';
import { largeCorpus } from './largeCorpus';
import { longestContextSuggestions, trigramSuggestions, wordSuggestions } from './simpleSuggestions';
import { printTable, quantile } from './table';
import { contextAt, draftAt } from './typing';
import { pinyinKeys } from './typingCost';

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    news: { type: 'string', multiple: true, default: [] },
    cache: { type: 'string', default: join(tmpdir(), 'zhibi-completion') },
    split: { type: 'string', default: 'test' },
    stretch: { type: 'string', default: '400' },
    stretches: { type: 'string', default: '3' },
    documents: { type: 'string', default: '99' },
    only: { type: 'string', default: '' },
    baselines: { type: 'boolean', default: false },
    lsp: { type: 'boolean', default: false },
    latency: { type: 'boolean', default: false },
  },
});

/** What is offered at one place, best first, and at most one ghost text. */
interface Offer {
  readonly list: readonly string[];
  readonly ghost?: string;
}

type Offers = (at: number) => Offer;

/** A way to use what is offered: the characters taken and the keystrokes they cost. */
type Writer = (offer: Offer, rest: string) => { taken: number; keys: number };

const takesGhost: Writer = ({ ghost }, rest) =>
  ghost !== undefined && rest.startsWith(ghost) ? { taken: ghost.length, keys: 1 } : { taken: 1, keys: 1 };

const takesFromList =
  (shown: number, cost: (rank: number) => number): Writer =>
  ({ list }, rest) => {
    let best = { taken: 1, keys: 1 };
    list.slice(0, shown).forEach((text, rank) => {
      const keys = cost(rank);
      if (rest.startsWith(text) && text.length - keys > best.taken - best.keys) best = { taken: text.length, keys };
    });
    return best;
  };

const writers: Readonly<Record<string, Writer>> = {
  'ghost (gated)': takesGhost,
  'first item': takesFromList(1, () => 1),
  'list of five': takesFromList(5, () => 1),
  'five, with the way': takesFromList(5, (rank) => 1 + rank),
  'list of eight': takesFromList(8, () => 1),
  'ghost and five': (offer, rest) => {
    const ghost = takesGhost(offer, rest);
    const listed = takesFromList(5, () => 1)(offer, rest);
    return listed.taken > ghost.taken ? listed : ghost;
  },
};

class Tally {
  characters = 0;
  readonly keys = new Map<string, number>();
  /** By pinyin: all keys of the text, and those each writer needs. */
  allPinyin = 0;
  readonly pinyin = new Map<string, number>();
  shown = 0;
  accepted = 0;
  firstShown = 0;
  firstRight = 0;
  readonly times: number[] = [];
  readonly ghostTimes: number[] = [];
  /** Over LSP: places asked for, and those where it offers what the same index, phrases and skeletons offer without it. */
  places = 0;
  sameList = 0;
  sameFirst = 0;
  sameGhost = 0;
  bits = 0;
  predicted = 0;

  saved(writer: string): string {
    return ((1 - (this.keys.get(writer) ?? 0) / this.characters) * 100).toFixed(1);
  }

  savedPinyin(writer: string): string {
    return ((1 - (this.pinyin.get(writer) ?? 0) / this.allPinyin) * 100).toFixed(1);
  }
}

function typeStretch(text: string, start: number, end: number, offers: Offers, tally: Tally): void {
  const known = new Map<number, Offer>();
  const offerAt = (at: number) => {
    const offer = known.get(at) ?? offers(at);
    known.set(at, offer);
    return offer;
  };
  tally.characters += end - start;
  const pinyin = pinyinKeys(text.slice(start, end));
  tally.allPinyin += pinyin.reduce((sum, keys) => sum + keys, 0);
  for (const [name, writer] of Object.entries(writers)) {
    let keys = 0;
    let keysByPinyin = 0;
    for (let at = start; at < end; ) {
      const offer = offerAt(at);
      const step = writer(offer, text.slice(at, Math.min(end, at + 64)));
      if (name === 'ghost (gated)' && offer.ghost !== undefined) {
        tally.shown++;
        if (step.taken > 1) tally.accepted++;
      }
      if (name === 'first item' && offer.list.length > 0) {
        tally.firstShown++;
        if (step.taken > 1) tally.firstRight++;
      }
      keys += step.keys;
      keysByPinyin += step.taken > 1 ? step.keys : pinyin[at - start]!;
      at += step.taken;
    }
    tally.keys.set(name, (tally.keys.get(name) ?? 0) + keys);
    tally.pinyin.set(name, (tally.pinyin.get(name) ?? 0) + keysByPinyin);
  }
}

/** The stretches of a document that are typed: spread evenly, the same in every run. */
function stretchesOf(length: number): { start: number; end: number }[] {
  const size = Number(options.stretch);
  const count = Number(options.stretches);
  return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) / count) * length))
    .map((start) => ({ start, end: Math.min(length, start + size) }))
    .filter(({ start, end }) => end - start > 50);
}

async function typeTask(task: TypingTask, data: KnowledgeData, tallies: Record<string, Tally>): Promise<void> {
  const { document, corpus } = task;
  const snapshot: Snapshot = {
    revision: 1,
    corpus,
    knowledge: new Knowledge(data),
    lexicon: new PhraseLexicon(knowledgePhrases(data, corpus, false)),
    skeletons: [],
  };
  const text = document.cleanText();
  const date = `${document.date ?? '2026'}-01-01`.slice(0, 10);
  const own = tallies.Zhibi!;
  const offers = offersOf(snapshot, text, date, own);
  for (const { start, end } of stretchesOf(text.length)) {
    typeStretch(text, start, end, offers, own);
    if (!options.baselines) continue;
    for (const [name, suggest] of Object.entries(simple)) {
      const list = (at: number) => suggest(corpus, text.slice(0, at));
      typeStretch(text, start, end, (at) => ({ list: list(at) }), tallies[name]!);
    }
  }
  addBits({ document, corpus }, own);
  if (options.lsp) await typeOverLsp(task, date, tallies[OVER_LSP]!);
}

/** What is offered without a protocol between. */
function offersOf(snapshot: Snapshot, text: string, date: string, tally?: Tally): Offers {
  return (at) => {
    const draft = parseDraft('', text.slice(0, at));
    const started = performance.now();
    const { items } = complete(snapshot, draft, at, { date, maxItems: 8, pinyin: true });
    const listed = performance.now();
    const ghost = suggestInline(snapshot, draft, at, { date });
    tally?.times.push(listed - started);
    tally?.ghostTimes.push(performance.now() - listed);
    return { list: items.map(({ added }) => added), ...(ghost && { ghost: ghost.insert }) };
  };
}

const OVER_LSP = 'Zhibi over LSP';

/** Types the same stretches into the built server: every place is asked for, whatever the writers take. */
async function typeOverLsp(task: TypingTask, date: string, tally: Tally): Promise<void> {
  const typed = await TypedDocument.open(task, date);
  const own = offersOf(typed.snapshot, typed.text, date);
  try {
    for (const { start, end } of stretchesOf(typed.text.length)) {
      const shown = new Map<number, Offer>();
      for (let at = start; at < end; at++) {
        const offer = await typed.offerAt(at);
        shown.set(at, offer);
        const { list, ghost } = own(at);
        tally.places++;
        if (list.join('\n') === offer.list.join('\n')) tally.sameList++;
        if (list[0] === offer.list[0]) tally.sameFirst++;
        if (ghost === offer.ghost) tally.sameGhost++;
      }
      typeStretch(typed.text, start, end, (at) => shown.get(at)!, tally);
    }
    tally.times.push(...typed.listTimes);
    tally.ghostTimes.push(...typed.ghostTimes);
  } finally {
    await typed.close();
  }
}

const simple = {
  'word-based': wordSuggestions,
  trigram: trigramSuggestions,
  'longest context': longestContextSuggestions,
};

function addBits({ document, corpus }: TypingTask, tally: Tally): void {
  const predictor = NextText.of(corpus);
  const text = document.segment.keyText(document.keySpan);
  for (const { start, end } of stretchesOf(text.length)) {
    for (let at = start; at < end; at += 2) {
      const context = contextAt(text, at);
      if (context.length < 2) continue;
      const model = predictor.model(draftAt(document, text, at));
      tally.bits -= Math.log2(model.probabilityOf(model.placeAfter(context), text.charCodeAt(at)));
      tally.predicted++;
    }
  }
}

async function measure(condition: Condition, data: KnowledgeData): Promise<void> {
  const tallies: Record<string, Tally> = { Zhibi: new Tally() };
  if (options.baselines) for (const name of Object.keys(simple)) tallies[name] = new Tally();
  if (options.lsp) tallies[OVER_LSP] = new Tally();
  const typed: IndexedDocument[] = [];
  let indexed = 0;
  for (const task of condition.tasks(options.split as 'test')) {
    if (typed.length === Number(options.documents)) break;
    await typeTask(task, data, tallies);
    typed.push(task.document);
    indexed = task.corpus.characters;
  }
  if (typed.length === 0) return;
  const own = tallies.Zhibi!;
  printTable(
    `${condition.name}: ${typed.length} documents, ${own.characters} characters typed, ${(indexed / 1e6).toFixed(1)} M indexed`,
    ['keystrokes saved, %', ...Object.keys(writers)],
    Object.entries(tallies).flatMap(([name, tally]) => [
      [name, ...Object.keys(writers).map((writer) => tally.saved(writer))],
      [`${name}, by pinyin`, ...Object.keys(writers).map((writer) => tally.savedPinyin(writer))],
    ]),
  );
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(0);
  process.stdout.write(
    `ghost: shown at ${percent(own.shown, own.characters)} % of places, ${percent(own.accepted, own.shown)} % of them right; ` +
      `first item right: ${percent(own.firstRight, own.firstShown)} %; ` +
      `${(own.bits / own.predicted).toFixed(2)} bits for each character; ` +
      `list ${timesOf(own.times)}, ghost ${timesOf(own.ghostTimes)} ms (p50 / p95)\n`,
  );
  const overLsp = tallies[OVER_LSP];
  if (!overLsp) return;
  process.stdout.write(
    `over LSP: list ${timesOf(overLsp.times)}, ghost ${timesOf(overLsp.ghostTimes)} ms (p50 / p95); of ${overLsp.places} places ` +
      `${overLsp.sameList} have the list, ${overLsp.sameFirst} the first item, ${overLsp.sameGhost} the ghost text of the same snapshot without the protocol\n`,
  );
}

function timesOf(times: readonly number[]): string {
  return `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)}`;
}

async function main(): Promise<void> {
  const root = process.cwd();
  const knowledge = readBuiltInKnowledge(resourcesIn(root));
  if (options.latency) {
    const folders = largeCorpus();
    if (!folders) return;
    const documents = await documentsOf(folders, options.cache);
    measureSizes(
      documents,
      documents.filter(isProvincial).filter((_, i) => i % 4 === 0),
      knowledge,
    );
    return;
  }
  const samples = await documentsOf([join(root, 'samples', 'seeds'), join(root, 'seeds', 'corpus')], options.cache);
  const list = [...sampleConditions(samples)];
  if (hasRealFolder) {
    const core = await documentsOf([realFolder], options.cache);
    const news = options.news.length > 0 ? await documentsOf(options.news, options.cache) : [];
    list.push(...conditions(core, news));
  } else process.stderr.write(`${realFolder} is missing: measured on the built-in samples alone\n`);
  for (const condition of list) if (condition.name.includes(options.only)) await measure(condition, knowledge);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
