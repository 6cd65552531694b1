/** Copies the part of nodejieba that is needed at run time, so that a package can carry it. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Everything its index.js opens; the sources, the build's leftovers and its build tools stay behind. */
const runtimeFiles = [
  'index.js',
  'build/Release/nodejieba.node',
  'submodules/cppjieba/dict/jieba.dict.utf8',
  'submodules/cppjieba/dict/hmm_model.utf8',
  'submodules/cppjieba/dict/user.dict.utf8',
  'submodules/cppjieba/dict/idf.utf8',
  'submodules/cppjieba/dict/stop_words.utf8',
];

const licences = ['LICENSE', 'submodules/cppjieba/LICENSE'];

/**
 * @param {string} target folder that becomes the module
 * @throws {Error} when nodejieba is not installed or was not compiled
 */
export function copyNodejieba(target) {
  const require = createRequire(import.meta.url);
  let source;
  try {
    source = path.dirname(require.resolve('nodejieba/package.json'));
  } catch {
    throw new Error('nodejieba is not installed (it is optional): no package for this platform can be built here.');
  }
  for (const file of runtimeFiles) {
    if (existsSync(path.join(source, file))) continue;
    throw new Error(`${path.join(source, file)} is missing: npm rebuild nodejieba (it needs a C++ compiler).`);
  }
  for (const file of [...runtimeFiles, ...licences.filter((each) => existsSync(path.join(source, each)))]) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    cpSync(path.join(source, file), path.join(target, file));
  }
  const { name, version, license, main } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  writeFileSync(
    path.join(target, 'package.json'),
    `${JSON.stringify({ name, version, license, main }, undefined, 2)}\n`,
  );
}
