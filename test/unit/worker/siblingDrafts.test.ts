/** The drafts of a workspace are read newest first, within bounds, and again only when they changed. */
import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { basename } from 'node:path';
import { openCorpus } from '../../../server/src/worker/openCorpus';
import { defaultDraftLimits, SiblingDrafts } from '../../../server/src/worker/siblingDrafts';
import { TemporaryFolder } from '../../support/temporaryFolder';

describe('the drafts of a workspace', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.dispose());

  const request = () => ({ folders: [folder.at('ws')], except: [folder.at('ws/seeds'), folder.at('ws/.zhibi')] });
  const names = async (drafts: SiblingDrafts) => {
    const segment = await drafts.read(request());
    return segment ? openCorpus([segment]).documents.map(({ path }) => basename(path)) : [];
  };

  it('are texts outside the corpus, hidden folders and packages', async () => {
    for (const name of ['甲.md', 'deep/乙.gw', 'seeds/源.md', '.git/丙.md', 'node_modules/丁.md', '表.xlsx', '空.md'])
      folder.write(`ws/${name}`, name === '空.md' ? '' : `文稿${name}。`);
    assert.deepEqual(
      await names(new SiblingDrafts()),
      ['乙.gw', '甲.md'].sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it('are none where the workspace itself is the corpus', async () => {
    folder.write('ws/甲.md', '文稿。');
    assert.equal(await new SiblingDrafts().read({ folders: [folder.at('ws')], except: [folder.path] }), undefined);
  });

  it('keep their lines and the line that names them', async () => {
    folder.write('ws/甲.md', '---\ndate: 2026-01-01\n---\n\n# 在会上的讲话\n\n第一段。\n');
    const corpus = openCorpus([(await new SiblingDrafts().read(request()))!]);
    const [document] = corpus.documents;
    assert.equal(document!.title, '在会上的讲话');
    const start = document!.cleanText().indexOf('第一段');
    assert.deepEqual(corpus.location({ document: document!, start, end: start + 3 }).start, { line: 6, character: 0 });
  });

  it('are read again only when one changed', async () => {
    const path = folder.write('ws/甲.md', '文稿甲。');
    folder.write('ws/乙.md', '文稿乙。');
    const drafts = new SiblingDrafts();
    const first = await drafts.read(request());
    assert.equal((await drafts.read(request()))!.name, first!.name);
    folder.write('ws/甲.md', '文稿甲改。');
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    const changed = await drafts.read(request());
    assert.notEqual(changed!.name, first!.name);
    const texts = openCorpus([changed!]).documents.map((document) => document.cleanText());
    assert.deepEqual(texts.sort(), ['文稿乙。', '文稿甲改。']);
  });

  it('are bounded: the newest so many, no longer than that, no deeper than that', async () => {
    for (let i = 0; i < 5; i++) {
      const path = folder.write(`ws/${i}.md`, '稿'.repeat(10));
      utimesSync(path, new Date(), new Date(Date.UTC(2026, 0, 1 + i)));
    }
    folder.write('ws/长.md', '稿'.repeat(2000));
    folder.write('ws/a/b/深.md', '稿');
    const limits = { ...defaultDraftLimits, drafts: 3, fileSize: 1000, depth: 1 };
    assert.deepEqual(await names(new SiblingDrafts(limits)), ['2.md', '3.md', '4.md']);
    assert.equal((await names(new SiblingDrafts({ ...defaultDraftLimits, entries: 2 }))).length < 3, true);
    assert.deepEqual(await names(new SiblingDrafts({ ...limits, characters: 15 })), ['2.md', '3.md']);
  });
});
