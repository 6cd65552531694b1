/** What an editor receives for the list, its items and ghost text. */
import assert from 'node:assert/strict';
import type { LspClient, Position } from '../support/lspClient';
import { DOCUMENTS, TestWorkspace } from './workspace';

interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface Item {
  readonly label: string;
  readonly labelDetails?: { readonly description?: string };
  readonly filterText: string;
  readonly insertTextFormat?: number;
  readonly commitCharacters?: unknown;
  readonly tags?: readonly number[];
  readonly textEdit: { readonly range: Range; readonly newText: string };
  readonly documentation?: { readonly kind: string; readonly value: string };
}
interface List {
  readonly isIncomplete: boolean;
  readonly items: readonly Item[];
  readonly itemDefaults?: object;
}
interface Ghost {
  readonly insertText: string;
  readonly range: Range;
}

/** LSP `InsertTextFormat.Snippet`. */
const SNIPPET = 2;

const KNOWLEDGE = `
- id: two-marks
  text: “云岭智谷”建设行动
- id: old-way
  text: 云岭旧提法
  until: "2020-01-01"
`;

const MORE: Readonly<Record<string, string>> = {
  '通报-生僻字.md': '# 关于𠮷田村的通报\n\n𠮷田村推动𡃁字茶叶🍵👨‍🌾走出大山，𠮷田村推动𡃁字茶叶🍵👨‍🌾走出大山。\n',
  ...Object.fromEntries(
    Array.from({ length: 7 }, (_, i) => [
      `简报-${i}.md`,
      `---\ntitle: 第${i}期简报\ndate: 2025-0${i + 1}-10\n---\n\n要推动科技创新和产业创新深度融合，打造“云岭智谷”建设行动。\n\n各地要做强特色产业，“云岭智谷”品牌越擦越亮。\n`,
    ]),
  ),
};

describe('what an editor receives', () => {
  let workspace: TestWorkspace;
  let client: LspClient;
  before(async () => {
    workspace = new TestWorkspace({ ...DOCUMENTS, ...MORE });
    workspace.folder.write('workspace/.zhibi/formulations.yaml', KNOWLEDGE);
    client = await workspace.start();
    await client.ready();
  });
  after(() => workspace.dispose());

  async function offered(marked: string) {
    const { uri, text, textDocument, position } = workspace.openDraft(client, marked);
    const params = { textDocument, position, context: { triggerKind: 1 } };
    const list = await client.request<List>('textDocument/completion', params);
    const ghosts = await client.request<Ghost[]>('textDocument/inlineCompletion', params);
    client.close(uri);
    const line = text.split('\n')[position.line]!;
    return { list, ghosts, position, line, before: line.slice(0, position.character) };
  }

  const places: readonly [string, string][] = [
    ['in the middle of a clause', '各级要推动科技创新和‸'],
    ['in the middle of a word', '各级要推动科技创新和产‸'],
    ['before text that goes on', '要推动科技创新‸，打造'],
    ['after punctuation', '各级各部门要扛起责任，‸'],
    ['where a quotation mark comes next', '各地要做强特色产业，‸'],
    ['after an opening quotation mark', '各地要打造“云岭‸'],
    ['after Latin letters', '要培育xzscl‸'],
    ['at the beginning of a heading', '## 一、要推动‸'],
    ['in a line of 100,000 characters', `${'大力培植特色产业带，'.repeat(10_000)}推动科技创新和‸`],
    ['after emoji and rare characters', '🎉🎉𠮷野家𡃁，推动科技创新和‸'],
    ['before rare characters', '𠮷田村推动‸'],
    ['within rare characters', '𠮷田村推动𡃁字茶叶‸'],
  ];
  for (const [where, marked] of places) {
    it(`${where}: at most eight items over one range, each with something to add`, async () => {
      const { list, before, position, line } = await offered(marked);
      assert.ok(list.isIncomplete);
      assert.ok(list.items.length > 0 && list.items.length <= 8, String(list.items.length));
      assert.equal(list.itemDefaults, undefined);
      assert.equal(new Set(list.items.map(({ textEdit }) => JSON.stringify(textEdit.range))).size, 1);
      for (const { textEdit, filterText, label, ...item } of list.items) {
        const { range, newText } = textEdit;
        assert.deepEqual(range.end, position);
        assert.equal(range.start.line, position.line);
        const inRange = before.slice(range.start.character);
        assert.ok(filterText.startsWith(inRange), `${filterText} for ${inRange}`);
        assert.doesNotMatch(filterText, /^[“”‘’《（〔]/);
        assert.equal(item.commitCharacters, undefined);
        assert.equal(item.tags, undefined);
        for (const shown of [label, newText, filterText, item.labelDetails?.description ?? '']) {
          assert.ok(isWhole(shown), JSON.stringify(shown));
        }
        assert.ok(isWhole(before.slice(0, range.start.character)));
        if (item.insertTextFormat === SNIPPET) continue;
        const after = before.slice(0, range.start.character) + newText;
        assert.notEqual(after, before);
        const isSpelled = /[a-z]$/.test(before);
        const added = isSpelled ? newText : after.slice(before.length);
        assert.ok(isSpelled || after.startsWith(before), after);
        assert.ok(added.length > 0 && !line.slice(position.character).startsWith(added), added);
      }
    });
  }

  it('the words are those of the sources, whatever stands before them', async () => {
    for (const marked of ['各级要推动科技创新和‸', '🎉🎉𠮷野家𡃁，推动科技创新和‸', 'GDP增长，推动科技创新和‸']) {
      const { list } = await offered(marked);
      assert.match(list.items[0]!.label, /产业创新深度融合/, marked);
    }
    assert.ok((await offered('要培育xzscl‸')).list.items.some(({ label }) => label === '新质生产力'));
  });

  it('no wording that was superseded, by its beginning or by its initials', async () => {
    for (const marked of ['落实云岭旧‸', '落实yljtf‸']) {
      const { list } = await offered(marked);
      assert.deepEqual(
        list.items.filter(({ label }) => label.includes('旧提法')),
        [],
        marked,
      );
    }
  });

  const silent: readonly [string, string][] = [
    ['in front matter', '---\ntitle: 推动科技创新和‸\n---\n'],
    ['in a block of code', '```\n推动科技创新和‸\n```\n'],
    ['in a block of code that is not closed', '```\n推动科技创新和‸'],
    ['in a table', '| 事项 | 数值 |\n| --- | --- |\n| 推动科技创新和‸ | 1 |'],
    ['in a comment', '<!-- 推动科技创新和‸ -->'],
    ['in a comment that is not closed', '<!--\n推动科技创新和‸'],
    ['after an emoji', '🎉‸'],
    ['in an empty draft', '‸'],
    ['on an empty line', '推动科技创新和\n\n‸'],
  ];
  for (const [where, marked] of silent) {
    it(`nothing ${where}`, async () => {
      const { list, ghosts } = await offered(marked);
      assert.deepEqual([list.items, ghosts], [[], []]);
    });
  }

  it('ghost text adds to what stands there, in whole characters', async () => {
    for (const [, marked] of places) {
      const { ghosts, position } = await offered(marked);
      for (const { insertText, range } of ghosts) {
        assert.deepEqual(range, { start: position, end: position });
        assert.ok(insertText.length > 0 && isWhole(insertText));
      }
    }
    assert.equal((await offered('各级要推动科技创新和‸')).ghosts.length, 1);
    assert.deepEqual((await offered('各级要推动科技创新和chanye‸')).ghosts, []);
  });

  it('on demand up to five sources, the newest first, each with passage, date and link', async () => {
    const { list } = await offered('各级要推动科技创新和‸');
    const item = list.items.find(({ label }) => label.endsWith('产业创新深度融合'))!;
    assert.equal(item.documentation, undefined);
    const { documentation } = await client.request<Item>('completionItem/resolve', item);
    assert.equal(documentation?.kind, 'markdown');
    const lines = documentation!.value.split('\n').filter((line) => line.includes('file://'));
    assert.equal(lines.length, 5);
    for (const line of lines) {
      assert.match(line, /产业创新深度融合/);
      assert.match(line, /202\d-\d\d-\d\d/);
      assert.match(line, /\(file:\/\/[^ )]+#L\d+/);
    }
    assert.match(lines[0]!, /2025-07-10/);
  });

  it('sources in whole characters', async () => {
    const { list } = await offered('𠮷田村推动‸');
    for (const item of list.items) {
      const { documentation } = await client.request<Item>('completionItem/resolve', item);
      assert.ok(isWhole(documentation?.value ?? ''), documentation?.value);
    }
  });

  it('where there is no corpus, what is known and nothing else', async () => {
    const empty = await workspace.start({ settings: { corpus: { folders: ['none'], builtIn: false } } });
    await empty.ready();
    assert.deepEqual(await workspace.complete(empty, '培育链主企业，‸'), []);
    const known = await workspace.complete(empty, '要加快发展新质生产‸');
    assert.ok(known.some(({ label }) => label.endsWith('力')));
    assert.ok((await workspace.complete(empty, '要培育xzscl‸')).some(({ label }) => label === '新质生产力'));
  });
});

/** Whether no character is cut in two: neither half of a surrogate pair stands alone. */
function isWhole(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
