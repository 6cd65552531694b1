/** What the measuring scripts share: the texts of a folder, and marks entered into the formulations. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One other character makes these what may well be said, though it was not met: 就业优惠政策, 美丽中原建设. */
export const MAY_BE_VARIED: ReadonlySet<string> = new Set(
  '就业优先政策 加强基础研究 政府职能转变 全面依法治国 提高政治站位 扩大有效投资 健康中国建设 数字中国建设 美丽中国建设 深化务实合作 转变政府职能 保障性租赁住房'.split(
    ' ',
  ),
);

/** The paths of the texts in a folder and in those within it. */
export function textsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return textsIn(path);
    return /\.(?:md|txt)$/.test(name) ? [path] : [];
  });
}

/** Writes a field after the wording of each entry that has a value, given as YAML, and takes it from the others. */
export function enterValues(
  kind: 'formulations' | 'terms',
  field: 'fixed' | 'rigid' | 'metSince' | 'alsoPut',
  values: ReadonlyMap<string, string>,
): void {
  const path = resolve('seeds', `${kind}.yaml`);
  const yaml = readFileSync(path, 'utf8').replaceAll(new RegExp(`^ {2}${field}: .*\\n`, 'gm'), '');
  writeFileSync(
    path,
    yaml.replace(/^- id: (\S+)\n {2}(?:text|term): .*\n/gm, (head, id: string) => {
      const value = values.get(id);
      return value === undefined ? head : `${head}  ${field}: ${value}\n`;
    }),
  );
}

/** Writes a mark after the text of each formulation of `ids`, and takes it from the others. */
export function enterMark(mark: 'fixed' | 'rigid', ids: readonly string[]): void {
  enterValues('formulations', mark, new Map(ids.map((id) => [id, 'true'])));
}

/** Writes how often formulations were met, and their open parts, after the text of each, and takes it from the others. */
export function enterMeasure(measures: ReadonlyMap<string, { met: number; open: readonly string[] }>): void {
  const path = resolve('seeds', 'formulations.yaml');
  const yaml = readFileSync(path, 'utf8').replaceAll(/^ {2}(?:met: \d+|open: \[.*\])\n/gm, '');
  writeFileSync(
    path,
    yaml.replace(/^- id: (\S+)\n {2}text: .*\n(?: {2}(?:fixed|rigid): true\n)*/gm, (head, id: string) => {
      const measure = measures.get(id);
      if (!measure) return head;
      return `${head}  met: ${measure.met}\n${measure.open.length > 0 ? `  open: [${measure.open.join(', ')}]\n` : ''}`;
    }),
  );
}
