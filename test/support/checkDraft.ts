/**
 * Holds a draft with marked expectations against what the checks find. `⟦…⟧{code}` marks an expected finding, anything
 * unmarked that is found fails; `--- date: 2019-05-01` sets the day the draft is read at; `--- path: /corpus/a.md` where it
 * lies; `=== knowledge/targets.yaml` starts a knowledge file that replaces the built-in knowledge, `=== corpus/a.md 2023-03-05`
 * a document of the corpus with its date, `=== drafts/a.md` another draft of the workspace.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Finding } from '../../server/src/analysis/finding';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import type { Check, CheckConfig } from '../../server/src/checks/check';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { Corpus } from '../../server/src/index/corpus';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import { Knowledge } from '../../server/src/knowledge/knowledge';
import { type KnowledgeFile, knowledgeKindOf, loadKnowledge } from '../../server/src/knowledge/load';
import { corpusOf, type DocumentInfos } from './corpus';
import { seedKnowledge } from './seedKnowledge';

/** The day drafts are read at where a fixture does not say. */
const DEFAULT_DATE = '2026-11-22';

interface Fixture {
  readonly date: string;
  readonly path?: string;
  readonly marked: string;
  readonly knowledge: Knowledge;
  readonly corpus: Corpus;
  readonly drafts: Corpus;
}

/** Fails unless the checks find in the fixture's draft exactly what is marked. Answers the findings. */
export function checkDraft(checks: readonly Check[], fixture: string): readonly Finding[] {
  const { marked, ...place } = readFixture(fixture);
  const text = withoutMarkers(marked);
  const findings = runChecks(checks, text, place.date, place.knowledge, place);
  assert.equal(withMarkers(text, findings), marked, describe(text, findings));
  return findings;
}

/**
 * The same for a file in which every line is a draft of its own (`⏎` breaks it into paragraphs), `#` begins a remark
 * and `--- date: …` sets the day for the lines that follow. `UPDATE=1` writes the markers as they are found. Answers
 * how many drafts there were, and how many of them expect nothing.
 */
export function checkLabelledLines(checks: readonly Check[], path: string): { drafts: number; silent: number } {
  const knowledge = seedKnowledge();
  let date = DEFAULT_DATE;
  let drafts = 0;
  let silent = 0;
  const expected = readFileSync(path, 'utf8').split('\n');
  const actual = expected.map((line) => {
    const setting = /^--- date: (\S+)$/.exec(line);
    if (setting) date = setting[1]!;
    if (setting || line === '' || line.startsWith('#')) return line;
    const text = withoutMarkers(line).replaceAll('⏎', '\n');
    const found = withMarkers(text, runChecks(checks, text, date, knowledge)).replaceAll('\n', '⏎');
    drafts++;
    if (!line.includes('⟦')) silent++;
    return found;
  });
  if (process.env.UPDATE === '1') writeFileSync(path, actual.join('\n'));
  else
    assert.deepEqual(
      actual.filter((line, i) => line !== expected[i]),
      expected.filter((line, i) => line !== actual[i]),
    );
  return { drafts, silent };
}

/** Runs checks over a text as one draft; without a corpus there are no sources. */
export function runChecks(
  checks: readonly Check[],
  text: string,
  date: string,
  knowledge: Knowledge,
  { corpus = Corpus.empty, drafts = Corpus.empty, path }: { corpus?: Corpus; drafts?: Corpus; path?: string } = {},
): Finding[] {
  const snapshot: Snapshot = Object.freeze({
    revision: 1,
    corpus,
    drafts,
    knowledge,
    lexicon: PhraseLexicon.empty,
    skeletons: [],
  });
  const config: CheckConfig = { date, path, duplicateMinLength: 30, duplicateFormulaicLimit: 3 };
  const draft = parseDraft('file:///draft.md', text);
  return checks
    .flatMap((check) => check.run(snapshot, draft, config))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function readFixture(fixture: string): Fixture {
  const [head, ...files] = fixture.split(/^=== /m);
  const settings: { date: string; path?: string } = { date: DEFAULT_DATE };
  const marked = head!.replace(/^--- (\w+): (\S+)\n/gm, (_, setting: string, value: string) => {
    assert.ok(setting === 'date' || setting === 'path', `unknown setting ${setting}`);
    settings[setting] = value;
    return '';
  });
  const documents = files.filter((file) => file.startsWith('corpus/'));
  const drafts = files.filter((file) => file.startsWith('drafts/'));
  const own = files.filter((file) => !/^(?:corpus|drafts)\//.test(file));
  const knowledge = own.length === 0 ? seedKnowledge() : ownKnowledge(own);
  return { ...settings, marked, knowledge, corpus: ownCorpus(documents), drafts: ownCorpus(drafts) };
}

function ownCorpus(files: readonly string[]): Corpus {
  if (files.length === 0) return Corpus.empty;
  const texts: Record<string, string> = {};
  const infos: Record<string, DocumentInfos[string]> = {};
  for (const file of files) {
    const newline = file.indexOf('\n');
    const [name, date, ...facts] = file.slice(0, newline).trim().split(' ');
    texts[`/${name}`] = file.slice(newline + 1).trimEnd();
    infos[`/${name}`] = {
      ...(date !== undefined && { date }),
      ...Object.fromEntries(facts.map((fact) => fact.split('='))),
    };
  }
  return corpusOf(texts, infos);
}

function ownKnowledge(files: readonly string[]): Knowledge {
  const read = files.map((file): KnowledgeFile => {
    const newline = file.indexOf('\n');
    const path = `/${file.slice(0, newline).trim()}`;
    const kind = knowledgeKindOf(path.slice(path.lastIndexOf('/') + 1));
    assert.ok(kind, `${path} is no knowledge file`);
    return { path, kind, text: file.slice(newline + 1), builtIn: true };
  });
  const { value, problems } = loadKnowledge(read);
  assert.deepEqual(problems, []);
  return new Knowledge(value);
}

function withoutMarkers(marked: string): string {
  return marked.replace(/⟦|⟧\{[^}]*\}/g, '');
}

function withMarkers(text: string, findings: readonly Finding[]): string {
  const marks: { at: number; order: number; mark: string }[] = [];
  for (const { start, end, code } of findings) {
    marks.push({ at: end, order: 0, mark: `⟧{${code}}` }, { at: start, order: 1, mark: '⟦' });
  }
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let marked = '';
  let from = 0;
  for (const { at, mark } of marks) {
    marked += text.slice(from, at) + mark;
    from = at;
  }
  return marked + text.slice(from);
}

function describe(text: string, findings: readonly Finding[]): string {
  return findings.map(({ start, end, code, message }) => `${code} “${text.slice(start, end)}”: ${message}`).join('\n');
}
