/** The built server with the capabilities of other editors, as each sends them, cut to what the server reads. */
import assert from 'node:assert/strict';
import type { ClientOptions } from '../support/lspClient';
import { type CompletionEntry, type Diagnostic, pushed, TestWorkspace } from './workspace';

interface Editor {
  readonly capabilities: object;
  /** Answers `workspace/configuration`. */
  readonly configures: boolean;
  readonly pulls: boolean;
  readonly snippets: boolean;
}

const editors: Readonly<Record<string, Editor>> = {
  // Neovim 0.11: utf-8 first, dynamic watching off on Linux, pull diagnostics with refresh.
  neovim: {
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: false, relativePatternSupport: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
        diagnostic: { dynamicRegistration: false },
        publishDiagnostics: { relatedInformation: true },
      },
    },
    configures: true,
    pulls: true,
    snippets: true,
  },
  // Neovim 0.7: no pull diagnostics, no snippets, no offer of encodings.
  'neovim 0.7': {
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: false } },
      textDocument: { completion: { completionItem: { snippetSupport: false } }, publishDiagnostics: {} },
    },
    configures: true,
    pulls: false,
    snippets: false,
  },
  // Helix: utf-8 first, pushes only.
  helix: {
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: { snippetSupport: true } }, publishDiagnostics: {} },
    },
    configures: true,
    pulls: false,
    snippets: true,
  },
  zed: {
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        definition: { linkSupport: true },
        publishDiagnostics: { relatedInformation: true },
      },
    },
    configures: true,
    pulls: false,
    snippets: true,
  },
  // Emacs with eglot: configuration, no snippets unless yasnippet is there.
  emacs: {
    capabilities: {
      general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: { snippetSupport: false } }, publishDiagnostics: {} },
    },
    configures: true,
    pulls: false,
    snippets: false,
  },
  // What the protocol asks of every client, and no more.
  'a minimal client': { capabilities: {}, configures: false, pulls: false, snippets: false },
};

const isOutdated = ({ code }: Diagnostic) => code === 'target.outdated';

describe('other editors', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  for (const [name, { capabilities, configures, pulls, snippets }] of Object.entries(editors)) {
    it(`${name}: findings, fixes, completion and hover in utf-16`, async () => {
      const options: ClientOptions = { capabilities, configures };
      const client = await workspace.start(options);
      assert.equal(client.initializeResult.capabilities.positionEncoding, 'utf-16');
      assert.equal('diagnosticProvider' in client.initializeResult.capabilities, pulls);
      await client.ready();
      // A character outside the basic plane: two units in utf-16, four bytes in utf-8, one in utf-32.
      const draft = workspace.openDraft(client, '𠀀要以钉钉子‸精神抓好落实，到2020年进入创新型国家行列。');
      const { textDocument, text, position } = draft;
      const diagnostics = pulls
        ? (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items
        : await pushed(client, textDocument.uri, (found) => found.some(isOutdated));
      const { range } = diagnostics.find(isOutdated)!;
      assert.match(text.slice(range.start.character, range.end.character), /2020年/);
      const actions = await client.request<unknown[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: diagnostics.filter(isOutdated) },
      });
      assert.ok(actions.length >= 2);
      const hover = await client.request<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument,
        position,
      });
      assert.ok(hover === null || hover.contents.value.length > 0);
      const [first] = await workspace.complete(client, '持续推动科技创新和‸');
      assert.match(first?.textEdit?.newText ?? '', /产业创新深度融合$/);
      // Nothing was registered that the client does not take.
      const registered = client.asked.filter(({ method }) => method === 'client/registerCapability');
      if (name === 'a minimal client') assert.deepEqual(registered, []);
      const skeletons = await skeletonsOf(client);
      assert.ok(skeletons.length > 0);
      for (const { insertTextFormat, textEdit } of skeletons) {
        assert.equal(insertTextFormat, snippets ? 2 : 1);
        if (snippets) continue;
        assert.doesNotMatch(textEdit!.newText, /\$\{?\d/);
        // The salutation comes again before the call at the end, where the snippet has the number of its stop alone.
        assert.match(textEdit!.newText, /^同志们：$[\s\S]*^同志们，/m);
      }
      await client.stop();
    });
  }

  async function skeletonsOf(client: Parameters<TestWorkspace['complete']>[0]) {
    const items = (await workspace.complete(client, '讲话稿‸')) as (CompletionEntry & {
      kind?: number;
      insertTextFormat: number;
    })[];
    return items.filter(({ kind }) => kind === 15);
  }
});
