/** Makes the large corpus of the benchmarks out of archives of public documents, once, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ARCHIVES = resolve('..', 'shared', 'corpus', 'scale');
const CORE = resolve('..', 'shared', 'corpus', 'core');

/**
 * The folders of the corpus of newscasts, laws and public reports, about 93 MB of UTF-8; undefined, with a word on
 * standard error, where the archives are not there. Unpacks them into the temporary folder the first time.
 */
export function largeCorpus(): readonly string[] | undefined {
  if (!existsSync(ARCHIVES) || !existsSync(CORE)) {
    process.stderr.write(`${ARCHIVES} is missing: no large corpus\n`);
    return undefined;
  }
  const folder = join(tmpdir(), 'zhibi-large-corpus');
  if (!existsSync(folder)) {
    // Under another name until everything is there: a folder cut off half way would be measured as if it were whole.
    const temporary = `${folder}.${process.pid}`;
    mkdirSync(temporary, { recursive: true });
    for (const name of readdirSync(ARCHIVES)) {
      const { status, stderr } = spawnSync('tar', ['-xJf', join(ARCHIVES, name), '-C', temporary], {
        encoding: 'utf8',
      });
      if (status === 0) continue;
      rmSync(temporary, { recursive: true, force: true });
      throw new Error(`${name} could not be unpacked: ${stderr}`);
    }
    renameSync(temporary, folder);
  }
  return [folder, CORE];
}
