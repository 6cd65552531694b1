/** Where the files that ship with Zhibi are. */
import { join } from 'node:path';

export interface Resources {
  /** Bundled workers. */
  readonly indexWorker: string;
  readonly checkWorker: string;
  readonly segmenterProcess: string;
  /** The compiled built-in knowledge, the pinyin of its phrases, and the folder its YAML files are in. */
  readonly knowledgeFile: string;
  readonly pinyinFile: string;
  readonly knowledgeFolder: string;
  readonly sampleFolder: string;
  readonly skeletonFile: string;
  readonly l10nFolder: string;
  /** A page for each diagnostic code. */
  readonly checkPages: string;
}

/** The resources of a package unpacked in `root`. */
export function resourcesIn(root: string): Resources {
  const dist = join(root, 'dist');
  return {
    indexWorker: join(dist, 'indexWorker.js'),
    checkWorker: join(dist, 'checkWorker.js'),
    segmenterProcess: join(dist, 'segmenterProcess.js'),
    knowledgeFile: join(dist, 'knowledge.json'),
    pinyinFile: join(dist, 'pinyin.json'),
    knowledgeFolder: join(root, 'seeds'),
    sampleFolder: join(root, 'seeds', 'corpus'),
    skeletonFile: join(root, 'snippets', 'gongwen.code-snippets'),
    l10nFolder: join(root, 'l10n'),
    checkPages: join(root, 'docs', 'checks'),
  };
}
