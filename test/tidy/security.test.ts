/** Holds the code against what SECURITY.md promises: what a text from elsewhere can never start. */
import assert from 'node:assert/strict';
import { sourceFiles } from './sourceFiles';

const client = sourceFiles('client/src');
const all = [...sourceFiles('server/src'), ...client];

/** The files in which something stands, each with what was found. */
function holding(files: typeof all, pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${path}: ${found}`];
  });
}

describe('text from elsewhere', () => {
  it('never runs: no code is made of strings, no shell is started', () => {
    assert.deepEqual(
      holding(
        all,
        /\beval\(|new Function\(|\bshell: *true|(?<![.\w])exec(?:Sync)?\(|\brunIn\w+\((?!'gc'\))|\bnew Script\(/,
      ),
      [],
    );
  });

  it('runs only the commands named where Markdown is trusted', () => {
    assert.deepEqual(holding(client, /isTrusted\s*[:=]\s*true/), []);
    const trusting = client.filter(({ text }) => /isTrusted\s*[:=]\s*\{/.test(text));
    for (const { path, text } of trusting) assert.match(text, /isTrusted\s*[:=]\s*\{\s*enabledCommands/, path);
  });

  it('is no link in a message', () => {
    const telling = client.filter(({ text }) => /\bshow(?:Information|Warning|Error)Message\(/.test(text));
    assert.deepEqual(
      telling.map(({ path }) => path),
      ['client/src/tell.ts'],
    );
  });

  it('is no HTML in Markdown', () => {
    assert.deepEqual(holding(client, /supportHtml\s*[:=]\s*true/), []);
  });

  it('meets a strict content policy in every webview', () => {
    const webviews = client.filter(({ text }) => /createWebviewPanel|registerWebviewViewProvider/.test(text));
    const folders = new Set(webviews.map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
    for (const folder of folders) {
      const page = client.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ text }) => text);
      assert.match(page.join('\n'), /Content-Security-Policy/, folder);
      assert.match(page.join('\n'), /default-src 'none'/, folder);
    }
    assert.deepEqual(holding(client, /script-src[^;"`]*'unsafe-(?:inline|eval)'|script-src[^;"`]*\*/), []);
    assert.deepEqual(holding(client, /enableCommandUris\s*:\s*true/), []);
  });
});
