/** Which files are sources. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, relative, sep } from 'node:path';
import { defaultScanLimits, scanFolders } from '../../../server/src/worker/scan';
import { inTemporaryFolder, type TemporaryFolder } from '../../support/temporaryFolder';

/** The files found, relative to the folder, and the problems as `path: message`. */
async function scan(folder: TemporaryFolder, exclude: string[] = [], limits = defaultScanLimits) {
  const { files, problems } = await scanFolders([folder.path], exclude, limits);
  return {
    files: files.map(({ path }) => relative(folder.path, path).split(sep).join('/')),
    problems: problems.map(({ path, message }) => `${relative(folder.path, path)}: ${message}`),
  };
}

describe('scanning folders', () => {
  it('finds documents at any depth, sorted by path, and nothing else', () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ['乙.md', 'a/b/甲.txt', 'readme.js', 'photo.ini', '.hidden.md', '.git/x.md', '~$draft.docx']) {
        folder.write(name, '正文');
      }
      folder.write('node_modules/package/readme.md', '正文');
      assert.deepEqual(await scan(folder), { files: ['a/b/甲.txt', '乙.md'], problems: [] });
    }));

  it('counts a file once that two folders hold', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('a/甲.md', '正文');
      const { files } = await scanFolders([folder.path, folder.at('a')], []);
      assert.equal(files.length, 1);
    }));

  it('leaves out what globs exclude, by path and by name', () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ['old/甲.md', 'old/deep/乙.md', 'new/丙.md', 'new/草稿-丁.md']) folder.write(name, '正文');
      assert.deepEqual((await scan(folder, ['old/**', '草稿-*'])).files, ['new/丙.md']);
      assert.deepEqual((await scan(folder, ['old'])).files, ['new/丙.md', 'new/草稿-丁.md']);
    }));

  it('names a folder that is missing', () =>
    inTemporaryFolder(async (folder) => {
      const { files, problems } = await scanFolders([folder.at('none')], []);
      assert.deepEqual(files, []);
      assert.equal(problems[0]?.path, folder.at('none'));
      assert.match(problems[0]?.message ?? '', /no such file or folder/);
    }));

  it('names a folder that may not be read', function () {
    if (process.getuid?.() === 0) this.skip();
    return inTemporaryFolder(async (folder) => {
      folder.write('closed/甲.md', '正文');
      folder.write('open/乙.md', '正文');
      chmodSync(folder.at('closed'), 0);
      try {
        const { files, problems } = await scan(folder);
        assert.deepEqual(files, ['open/乙.md']);
        assert.match(problems[0] ?? '', /^closed: .*permissions/);
      } finally {
        chmodSync(folder.at('closed'), 0o700);
      }
    });
  });

  it('does not follow links', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/甲.md', '正文');
      folder.write('elsewhere/乙.md', '正文');
      symlinkSync(folder.at('elsewhere'), folder.at('corpus/link'));
      symlinkSync(folder.at('elsewhere/乙.md'), folder.at('corpus/link.md'));
      symlinkSync(folder.at('corpus'), folder.at('corpus/loop'));
      const { files } = await scanFolders([folder.at('corpus')], []);
      assert.deepEqual(
        files.map(({ path }) => path),
        [folder.at('corpus/甲.md')],
      );
    }));

  it('refuses the home folder, what holds it, a whole drive, and a link to one of them', () =>
    inTemporaryFolder(async (folder) => {
      symlinkSync(homedir(), folder.at('home'));
      const refused = [homedir(), dirname(homedir()), sep, `${homedir()}${sep}.`, folder.at('home')];
      for (const path of refused) {
        const { files, problems } = await scanFolders([path], []);
        assert.deepEqual(files, [], path);
        assert.match(problems[0]?.message ?? '', /home folder or a whole drive/, path);
      }
    }));

  it('stops at the most files and says where', () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ['1.md', '2.md', '3.md', 'a/4.md']) folder.write(name, '正文');
      const { files, problems } = await scan(folder, [], { ...defaultScanLimits, files: 2 });
      assert.deepEqual(files, ['1.md', '2.md']);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, /^3\.md: There are more than 2 documents/);
    }));

  it('leaves out a file that is too large and a folder that lies too deep', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('large.md', 'x'.repeat(101));
      folder.write('small.md', 'x');
      mkdirSync(folder.at('a/b'), { recursive: true });
      folder.write('a/b/deep.md', 'x');
      const { files, problems } = await scan(folder, [], { ...defaultScanLimits, fileSize: 100, depth: 1 });
      assert.deepEqual(files, ['small.md']);
      assert.equal(problems.length, 2);
    }));
});
