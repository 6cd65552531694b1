/** What is written for her goes to the end of her own file, and nowhere else. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { appendToFile } from '../../../server/src/worker/appendToFile';
import { inTemporaryFolder } from '../../support/temporaryFolder';

describe('lines that are appended', () => {
  it('begin on a line of their own, in a folder that is made where it is missing', () =>
    inTemporaryFolder(async (folder) => {
      const path = folder.at('.zhibi/terms.yaml');
      assert.equal(await appendToFile(path, 'a\n'), 1);
      folder.write('.zhibi/terms.yaml', 'a\nb');
      assert.equal(await appendToFile(path, 'c\n'), 3);
      assert.equal(readFileSync(path, 'utf8'), 'a\nb\nc\n');
    }));

  it('are not written through a link, be it the file or its folder', function () {
    if (process.platform === 'win32') this.skip();
    return inTemporaryFolder(async (folder) => {
      const victim = folder.write('hers/profile', 'hers\n');
      mkdirSync(folder.at('.zhibi'));
      symlinkSync(victim, folder.at('.zhibi/terms.yaml'));
      symlinkSync(folder.at('hers'), folder.at('.linked'));
      for (const path of ['.zhibi/terms.yaml', '.linked/terms.yaml'])
        await assert.rejects(appendToFile(folder.at(path), 'x\n'), /is a link, and nothing is written through links/);
      assert.deepEqual([readdirSync(folder.at('hers')), readFileSync(victim, 'utf8')], [['profile'], 'hers\n']);
    });
  });
});
