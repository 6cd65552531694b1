/** Paths of Windows, macOS and Linux, told apart without running there. */
import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { isAbsolutePath, wayWithin } from '../../../client/src/paths';

describe('the way within a folder', () => {
  it('has slashes, on every system', () => {
    assert.equal(wayWithin('/home/li/稿', '/home/li/稿/a b/c.md', posix), 'a b/c.md');
    assert.equal(wayWithin('C:\\稿', 'C:\\稿\\a b\\c.md', win32), 'a b/c.md');
  });

  it('ignores the case of letters on Windows alone, the drive included', () => {
    assert.equal(wayWithin('c:\\Users\\Li', 'C:\\users\\li\\稿.md', win32), '稿.md');
    assert.equal(wayWithin('/Users/Li', '/users/li/稿.md', posix), undefined);
  });

  it('is empty for the folder itself, with or without a separator at its end', () => {
    assert.equal(wayWithin('/home/li/', '/home/li', posix), '');
    assert.equal(wayWithin('C:\\稿\\', 'c:\\稿', win32), '');
  });

  it('is none from beside, above, or another drive or share', () => {
    assert.equal(wayWithin('/home/li', '/home/liu/稿.md', posix), undefined);
    assert.equal(wayWithin('/home/li/稿', '/home/li', posix), undefined);
    assert.equal(wayWithin('C:\\稿', 'D:\\稿\\a.md', win32), undefined);
    assert.equal(wayWithin('\\\\a\\share', '\\\\b\\share\\稿.md', win32), undefined);
  });

  it('goes into a folder whose name begins with dots', () => {
    assert.equal(wayWithin('/稿', '/稿/..旧/a.md', posix), '..旧/a.md');
  });
});

describe('a folder of the settings', () => {
  it('is absolute by a leading slash, a drive or a share', () => {
    for (const folder of ['/材料', 'C:\\材料', 'd:/材料', '\\\\server\\材料'])
      assert.ok(isAbsolutePath(folder), folder);
    for (const folder of ['材料', './材料', '..\\材料', 'C', 'a:b']) assert.ok(!isAbsolutePath(folder), folder);
  });
});
