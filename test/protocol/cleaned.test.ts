/** The built server shows what cleaning made of a document. */
import assert from 'node:assert/strict';
import type { CleanedDocument } from '../../server/src/lsp/messages';
import { TestWorkspace } from './workspace';

describe('zhibi/cleaned', () => {
  it('answers the original beside the cleaned text, or why not', async () => {
    const page = '首页 > 文章\n在动员会上的讲话\n要推动科技创新 , 抓好落实。\n第 1 页 共 1 页\n';
    const workspace = new TestWorkspace({ '网页.txt': page });
    try {
      const client = await workspace.start();
      await client.ready();
      const read = (name: string) =>
        client.request<CleanedDocument>('zhibi/cleaned', { path: workspace.folder.at(`workspace/seeds/${name}`) });
      const cleaned = await read('网页.txt');
      assert.ok('clean' in cleaned);
      assert.equal(cleaned.original, page);
      assert.equal(cleaned.clean, '在动员会上的讲话\n要推动科技创新，抓好落实。');
      assert.equal(cleaned.title, '在动员会上的讲话');
      assert.equal(cleaned.removed.length, 1);
      assert.ok(cleaned.removed[0]!.characters > 10);
      const missing = await read('没有.txt');
      assert.ok('problem' in missing && missing.problem !== '');
      assert.equal(await client.stop(), 0);
    } finally {
      await workspace.dispose();
    }
  });
});
