/** A folder of a test's own, gone when the test is. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'zhibi-test-')));
  /** Grows with every write, so that no two states of a file have one modification time. */
  #clock = 1_700_000_000;

  /** The absolute path of a file in the folder. */
  at(name: string): string {
    return join(this.path, name);
  }

  /** Writes a file, with the folders it lies in, and answers its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = this.at(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    this.#clock++;
    utimesSync(path, this.#clock, this.#clock);
    return path;
  }

  remove(name: string): void {
    rmSync(this.at(name), { recursive: true, force: true });
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Runs a test with a folder of its own. */
export async function inTemporaryFolder<T>(test: (folder: TemporaryFolder) => T | Promise<T>): Promise<T> {
  const folder = new TemporaryFolder();
  try {
    return await test(folder);
  } finally {
    folder.dispose();
  }
}
