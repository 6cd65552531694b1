/** Our own source files with what they import, for tests that hold the code against its rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';

export interface Import {
  /** As written: a package, or a relative path. */
  readonly from: string;
  /** For a relative import: the file below `server/src` or `client/src`, without `.ts`. */
  readonly file?: string;
  readonly typesOnly: boolean;
}

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** The TypeScript files below a folder of the repository; tests run in its root. */
export function sourceFiles(folder: string): SourceFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = posix.join(folder, name.split(sep).join('/'));
      const text = readFileSync(join(folder, name), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm;
const CALL = /\b(?:require|import)\(\s*'([^']+)'/g;

function importsOf(path: string, text: string): Import[] {
  const resolved = (from: string, typesOnly: boolean): Import => ({
    from,
    typesOnly,
    ...(from.startsWith('.') && { file: posix.join(dirname(path), from).replace(/^(?:server|client)\/src\//, '') }),
  });
  const statements = [...text.matchAll(STATEMENT)].map(([, type, names, from]) =>
    resolved(from!, type !== undefined || onlyTypes(names ?? '')),
  );
  return [...statements, ...[...text.matchAll(CALL)].map(([, from]) => resolved(from!, false))];
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const inner = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  if (inner === undefined) return false;
  const parts = inner.split(',').filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '));
}
