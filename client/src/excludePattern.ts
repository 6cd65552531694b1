/** Names one document of the corpus as a glob for `zhibi.corpus.exclude`. */
import { type Paths, wayWithin } from './paths';

/** What may have a meaning in a glob: all but letters, figures and the marks of Chinese names. */
const special = /[^\p{L}\p{N}\p{M}/ _.\-\u3000-\u303f\uff00-\uffef“”‘’—…·]/gu;

/** The glob for the document at `file`, within the innermost corpus folder it lies in; undefined where it lies in none. */
export function excludePattern(file: string, folders: readonly string[], paths?: Paths): string | undefined {
  const [way] = folders
    .map((folder) => wayWithin(folder, file, paths))
    .filter((each) => each !== undefined && each !== '')
    .sort((a, b) => a!.length - b!.length);
  // `?` stands for any one unit, on every system.
  return way?.replace(special, (mark) => '?'.repeat(mark.length));
}
