/** The glob that takes one document out of the corpus. */
import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { excludePattern } from '../../../client/src/excludePattern';

describe('the pattern that excludes a document', () => {
  it('is relative to the innermost corpus folder', () => {
    const folders = ['/home/li/材料', '/home/li/材料/讲话', '/data'];
    assert.equal(excludePattern('/home/li/材料/讲话/2024/春.txt', folders), '2024/春.txt');
    assert.equal(excludePattern('/home/li/材料/规划.pdf', folders), '规划.pdf');
    assert.equal(excludePattern('/home/li/材料库/规划.pdf', folders), undefined);
    assert.equal(excludePattern('/elsewhere/a.txt', folders), undefined);
  });

  it('takes paths of Windows, whatever the case of the drive', () => {
    const on = (file: string, folder: string) => excludePattern(file, [folder], win32);
    assert.equal(on('c:\\Users\\li\\材料\\讲话\\春.txt', 'C:\\Users\\Li\\材料'), '讲话/春.txt');
    assert.equal(on('\\\\server\\share\\a b\\春.txt', '\\\\server\\share'), 'a b/春.txt');
    assert.equal(on('C:\\材料\\春.txt', 'C:\\材料\\'), '春.txt');
    assert.equal(on('D:\\材料\\春.txt', 'C:\\材料'), undefined);
  });

  it('matches the file it was made from, whatever its name', () => {
    const name = fc.stringMatching(/^[^/\0]{1,20}$/).filter((each) => each !== '.' && each !== '..');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (parts) => {
        const within = parts.join('/');
        const pattern = excludePattern(`/材料/${within}`, ['/材料'], posix);
        for (const windows of [false, true]) {
          if (windows && within.includes('\\')) continue;
          assert.ok(picomatch([pattern!], { dot: true, windows })(within), `${pattern} for ${within}`);
        }
      }),
    );
  });
});
