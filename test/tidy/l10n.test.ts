/** Every message for the writer has its Chinese, with the same places for values, and nothing is left over. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type SourceFile, sourceFiles } from './sourceFiles';

/** A string literal in the forms Biome leaves. */
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`/.source;
const MESSAGE = new RegExp(String.raw`\bl10n\.t\(\s*(?:${LITERAL}|(\S))`, 'g');

const files = [...sourceFiles('server/src'), ...sourceFiles('client/src')];

/** The messages of a file, and calls whose message is no literal. */
function messagesOf({ path, text }: SourceFile): { messages: string[]; unreadable: string[] } {
  const messages: string[] = [];
  const unreadable: string[] = [];
  for (const [, single, double, template, other] of text.matchAll(MESSAGE)) {
    const literal = single ?? double ?? template;
    if (literal === undefined) unreadable.push(`${path}: l10n.t(${other}…`);
    else
      messages.push(
        literal
          .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
          .replace(/\\n/g, '\n')
          .replace(/\\(.)/g, '$1'),
      );
  }
  return { messages, unreadable };
}

const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;
const read = files.map(messagesOf);
const messages = [...new Set(read.flatMap((file) => file.messages))].sort();

const placeholders = (text: string) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

describe('the messages', () => {
  it('are literals, so that they can be found', () => {
    assert.deepEqual(
      read.flatMap(({ unreadable }) => unreadable),
      [],
    );
    assert.ok(messages.length > 50);
  });

  it('all have their Chinese', () => {
    assert.deepEqual(
      messages.filter((message) => bundle[message] === undefined),
      [],
    );
  });

  it('have Chinese with the same values in it', () => {
    assert.deepEqual(
      messages.filter(
        (message) =>
          bundle[message] !== undefined && placeholders(bundle[message]).join() !== placeholders(message).join(),
      ),
      [],
    );
  });

  it('have Chinese that is Chinese', () => {
    const same = messages.filter(
      (message) => bundle[message] !== undefined && !/\p{Script=Han}/u.test(bundle[message]),
    );
    assert.deepEqual(
      same.filter((message) => /\p{L}{2}/u.test(message.replace(/\{\d+\}/g, ''))),
      [],
    );
  });

  it('use Chinese punctuation between Chinese words', () => {
    assert.deepEqual(
      Object.values(bundle).filter((text) => /\p{Script=Han}[,;:?!]\p{Script=Han}/u.test(text)),
      [],
    );
  });

  it('are all in use', () => {
    const used = new Set(messages);
    assert.deepEqual(
      Object.keys(bundle).filter((message) => !used.has(message)),
      [],
    );
  });

  it('are in order', () => {
    assert.deepEqual(Object.keys(bundle), Object.keys(bundle).sort());
  });
});

describe('the manifest', () => {
  const english = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
  const chinese = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8')) as Record<string, string>;
  const manifest = readFileSync('package.json', 'utf8');

  it('has every text in both languages', () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  it('names no text that does not exist, and uses every one', () => {
    const named = [...new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name!))].sort();
    assert.deepEqual(named, Object.keys(english).sort());
  });
});
