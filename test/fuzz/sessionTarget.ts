/**
 * Fuzzes the message sequence of the built server: after any edits, closes, cancelled requests, changes of settings and
 * of source documents it answers like one that opens the draft afresh.
 */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { TestWorkspace } from '../protocol/workspace';
import type { LspClient, Note, Position } from '../support/lspClient';
import { draftText, insertedText } from './draftTexts';
import { fuzzTarget } from './fuzzTarget';

const REQUESTS = [
  'textDocument/completion',
  'textDocument/inlineCompletion',
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/diagnostic',
] as const;

const DRAFTS = 2;
const TODAY = '2026-11-22';

const draftNumber = fc.nat({ max: DRAFTS - 1 });
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const), draft: draftNumber, text: draftText }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      draft: draftNumber,
      at: fc.nat(),
      removed: fc.nat({ max: 12 }),
      text: insertedText,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), draft: draftNumber }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('request' as const),
      draft: draftNumber,
      method: fc.constantFrom(...REQUESTS),
      at: fc.nat(),
      cancel: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('source' as const),
      source: fc.nat({ max: 2 }),
      text: fc.option(fc.oneof(draftText, fc.constant('# 来源\n\n让企业出题、能人答题、市场阅卷。\n'))),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const), settings: settings() }) },
);

/** Settings as people and broken clients send them. */
function settings(): fc.Arbitrary<object> {
  const level = fc.constantFrom('error', 'hint', 'off', 'loud', 7, null);
  return fc.record(
    {
      enabled: fc.constantFrom(true, true, true, false, 'yes'),
      corpus: fc.record({ builtIn: fc.boolean(), exclude: fc.constantFrom([], ['*.txt'], ['**'], 'x') }),
      completion: fc.record({ maxItems: fc.constantFrom(1, 8, 50, -1, '8'), pinyin: fc.boolean() }),
      diagnostics: fc.record({ severity: fc.dictionary(fc.constantFrom('target.outdated', 'no.code'), level) }),
      duplicate: fc.constantFrom({ minLength: 10 }, { minLength: -3 }, null, 'x'),
    },
    { requiredKeys: [] },
  );
}
const input = fc.record({ first: draftText, steps: fc.array(step, { minLength: 1, maxLength: 20 }), at: fc.nat() });

interface Servers {
  readonly workspace: TestWorkspace;
  readonly lived: LspClient;
  readonly fresh: LspClient;
}

let servers: Promise<Servers> | undefined;
let version = 1;

async function start(): Promise<Servers> {
  const workspace = new TestWorkspace();
  const [lived, fresh] = await Promise.all([
    workspace.start({ pulls: true, watches: true }),
    workspace.start({ pulls: true, watches: true, cache: workspace.folder.at('fresh-cache') }),
  ]);
  await Promise.all([lived.ready(), fresh.ready()]);
  return { workspace, lived, fresh };
}

export const sessionTarget = fuzzTarget(
  'editing sessions',
  input,
  async ({ first, steps, at }) => {
    servers ??= start();
    const { workspace, lived, fresh } = await servers;
    const drafts = new Map<number, string>();
    const uriOf = (draft: number) => workspace.uri(`drafts/fuzz-${draft}.md`);
    const pending: Promise<unknown>[] = [];
    const open = (draft: number, text: string) => {
      if (drafts.has(draft)) return;
      drafts.set(draft, text);
      lived.notify('textDocument/didOpen', {
        textDocument: { uri: uriOf(draft), languageId: 'markdown', version: ++version, text },
      });
    };
    open(0, first);
    let last: object | undefined;
    let hasNewSources = false;
    for (const each of steps) {
      if (each.kind === 'settings') {
        last = { ...each.settings, draft: { date: TODAY } };
        lived.configure(last);
        continue;
      }
      if (each.kind === 'source') {
        hasNewSources = true;
        const name = `workspace/seeds/源-${each.source}.md`;
        if (each.text === null) workspace.folder.remove(name);
        else workspace.folder.write(name, each.text);
        lived.notify('workspace/didChangeWatchedFiles', { changes: [] });
        continue;
      }
      const text = drafts.get(each.draft);
      if (each.kind === 'open') open(each.draft, each.text);
      else if (text === undefined) continue;
      else if (each.kind === 'close') {
        drafts.delete(each.draft);
        lived.close(uriOf(each.draft));
      } else if (each.kind === 'edit') {
        const from = editable(text, each.at % (text.length + 1));
        const to = Math.max(from, editable(text, Math.min(text.length, from + each.removed)));
        drafts.set(each.draft, text.slice(0, from) + each.text + text.slice(to));
        lived.notify('textDocument/didChange', {
          textDocument: { uri: uriOf(each.draft), version: ++version },
          contentChanges: [{ range: { start: positionIn(text, from), end: positionIn(text, to) }, text: each.text }],
        });
      } else {
        const position = positionIn(text, editable(text, each.at % (text.length + 1)));
        const { id, answer } = ask(lived, each.method, uriOf(each.draft), position);
        pending.push(answer.catch(() => undefined));
        if (each.cancel) lived.notify('$/cancelRequest', { id });
      }
    }
    await Promise.all(pending);
    if (last) fresh.configure(last);
    if (last || hasNewSources) await Promise.all([upToDate(lived), upToDate(fresh)]);
    for (const [draft, text] of drafts) await assertSame(lived, fresh, uriOf(draft), text, at);
    for (const draft of drafts.keys()) lived.close(uriOf(draft));
    assert.deepEqual([...loggedErrors(lived), ...loggedErrors(fresh)], []);
    lived.notes.length = 0;
    fresh.notes.length = 0;
  },
  {
    async prepare() {
      servers ??= start();
      await servers;
    },
    async dispose() {
      await (await servers)?.workspace.dispose();
      servers = undefined;
    },
  },
);

function loggedErrors({ notes }: LspClient): unknown[] {
  return notes.filter(
    ({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1,
  );
}

/** Answers when the server has read its sources again, from now on, and mined them. */
async function upToDate(client: LspClient): Promise<void> {
  // Told after the settings: what is read for these is then read before.
  await pause(TOLD);
  client.notes.length = 0;
  client.notify('workspace/didChangeWatchedFiles', { changes: [] });
  const isMined = ({ method, params }: Note) =>
    method === 'window/logMessage' && /phrases mined/.test((params as { message: string }).message);
  const isIndexing = ({ method, params }: Note) =>
    method === 'zhibi/status' && (params as { state: string }).state === 'indexing';
  for (let i = 0; i < 600; i++) {
    const started = client.notes.findLastIndex(isIndexing);
    if (started >= 0 && client.notes.findLastIndex(isMined) > started) return;
    await pause(50);
  }
  throw new Error('the sources were not read and mined within half a minute');
}

/** Milliseconds in which a change that was told begins to be read. */
const TOLD = 500;

/** Asks both servers everything there is to ask; the fresh one opens the text as it is in the end. */
async function assertSame(lived: LspClient, fresh: LspClient, uri: string, text: string, at: number): Promise<void> {
  fresh.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: ++version, text } });
  const position = positionIn(text, editable(text, at % (text.length + 1)));
  for (const method of REQUESTS) {
    const [a, b] = await Promise.all([
      ask(lived, method, uri, position).answer,
      ask(fresh, method, uri, position).answer,
    ]);
    assert.deepEqual([...loggedErrors(lived), ...loggedErrors(fresh)], []);
    assert.deepEqual(a, b, `${method} after editing, and afresh`);
  }
  fresh.close(uri);
}

function ask(
  client: LspClient,
  method: string,
  uri: string,
  position: Position,
): { id: number; answer: Promise<unknown> } {
  const answer = client.request(method, {
    textDocument: { uri },
    position,
    context: { triggerKind: 1, includeDeclaration: true },
  });
  return { id: client.lastId, answer };
}

/** No place between the two halves of a line end: no editor can put a cursor there. */
function editable(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}

/** Lines end with `\n`, `\r\n` or `\r`, as the protocol has it. */
function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
