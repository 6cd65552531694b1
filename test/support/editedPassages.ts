/** Edits a passage as a writer who borrows it would: one kind of edit at a time, or all of them. */
import type { Random } from './plantedPassages';

/** How a borrowed passage was changed. */
export const editKinds = ['synonyms', 'insertions', 'deletions', 'reordered', 'numbers', 'mixed'] as const;
export type EditKind = (typeof editKinds)[number];

/** Words that official prose puts for each other. */
const SYNONYMS = [
  ['加强', '强化'],
  ['推进', '推动'],
  ['加快', '提速'],
  ['完善', '健全'],
  ['提高', '提升'],
  ['促进', '助推'],
  ['坚持', '秉持'],
  ['深入', '扎实'],
  ['全面', '全方位'],
  ['建设', '打造'],
  ['开展', '组织'],
  ['发挥', '释放'],
  ['保障', '保证'],
  ['支持', '扶持'],
  ['实现', '达到'],
  ['重要', '关键'],
  ['增强', '提振'],
  ['积极', '主动'],
  ['落实', '执行'],
  ['服务', '保障'],
  ['规定', '要求'],
  ['应当', '必须'],
  ['可以', '能够'],
  ['部门', '机构'],
  ['人民', '群众'],
  ['工作', '事务'],
  ['管理', '治理'],
  ['发展', '进步'],
  ['持续', '不断'],
  ['进一步', '更好地'],
  ['我们', '大家'],
  ['问题', '难题'],
  ['依法', '依照法律'],
  ['根据', '按照'],
  ['以及', '和'],
  ['进行', '作出'],
  ['重点', '要点'],
  ['同时', '与此同时'],
  ['各级', '各层级'],
  ['有关', '相关'],
  ['企业', '公司'],
  ['今年', '本年'],
  ['举行', '召开'],
  ['表示', '说'],
  ['指出', '讲到'],
  ['强调', '指出'],
  ['目前', '当前'],
  ['超过', '突破'],
  ['达到', '达'],
  ['共同', '携手'],
] as const;

const ADDED = [
  '切实',
  '进一步',
  '不断',
  '着力',
  '大力',
  '因地制宜',
  '结合实际',
  '在此基础上',
  '有力有序',
  '从严从实',
  '的同时',
  '各地各单位',
];

/** The passage with about `share` of its characters changed, in one way or, for `mixed`, in turn in all of them. */
export function editedPassage(words: string, share: number, kind: EditKind, random: Random): string {
  if (share === 0) return words;
  const budget = Math.round(words.length * share);
  switch (kind) {
    case 'synonyms':
      return withSynonyms(words, budget, random);
    case 'insertions':
      return withInsertions(words, budget, random);
    case 'deletions':
      return withDeletions(words, budget, random);
    case 'reordered':
      return reordered(words, budget, random);
    case 'numbers':
      return withNumbers(words, random);
    case 'mixed': {
      const part = share / 4;
      let edited = words;
      for (const one of ['synonyms', 'deletions', 'insertions', 'reordered'] as const)
        edited = editedPassage(edited, part, one, random);
      return edited;
    }
  }
}

function withSynonyms(words: string, budget: number, random: Random): string {
  const places: { at: number; from: string; to: string }[] = [];
  for (const pair of SYNONYMS) {
    for (const [from, to] of [pair, [pair[1], pair[0]]] as const) {
      if (from.length < 2) continue;
      for (let at = words.indexOf(from); at >= 0; at = words.indexOf(from, at + from.length))
        places.push({ at, from, to });
    }
  }
  shuffle(places, random);
  const taken: typeof places = [];
  let left = budget;
  for (const place of places) {
    if (left <= 0) break;
    if (taken.some((own) => own.at < place.at + place.from.length && place.at < own.at + own.from.length)) continue;
    taken.push(place);
    left -= place.from.length;
  }
  taken.sort((a, b) => b.at - a.at);
  return taken.reduce((text, { at, from, to }) => text.slice(0, at) + to + text.slice(at + from.length), words);
}

/** Places where a word can go in: after marks and between characters that are no digits. */
function withInsertions(words: string, budget: number, random: Random): string {
  let edited = words;
  for (let left = budget; left > 0; ) {
    const added = ADDED[random(ADDED.length)]!;
    const at = 2 + random(Math.max(1, edited.length - 4));
    if (/[\d.%％]/.test(edited.slice(at - 1, at + 1))) continue;
    edited = edited.slice(0, at) + added + edited.slice(at);
    left -= added.length;
  }
  return edited;
}

/** Whole clauses where they fit, else words. */
function withDeletions(words: string, budget: number, random: Random): string {
  let clauses = words.split(/(?<=[，、；。])/);
  let left = budget;
  for (let tries = 0; tries < 40 && left > 0 && clauses.length > 2; tries++) {
    const at = random(clauses.length - 1);
    if (clauses[at]!.length > left) continue;
    left -= clauses[at]!.length;
    clauses = clauses.filter((_, i) => i !== at);
  }
  let edited = clauses.join('');
  while (left > 1 && edited.length > 20) {
    const at = 1 + random(edited.length - 4);
    edited = edited.slice(0, at) + edited.slice(at + 2);
    left -= 2;
  }
  return edited;
}

/** Neighbouring clauses change places until about as many characters have moved. */
function reordered(words: string, budget: number, random: Random): string {
  const end = /[。！？；]?$/.exec(words)![0];
  const clauses = words.slice(0, words.length - end.length).split(/[，。；]/);
  if (clauses.length < 2) return words;
  for (let left = budget, tries = 0; left > 0 && tries < 30; tries++) {
    const at = random(clauses.length - 1);
    const [first, second] = [clauses[at]!, clauses[at + 1]!];
    clauses[at] = second;
    clauses[at + 1] = first;
    left -= Math.min(first.length, second.length) || 1;
  }
  return clauses.join('，') + end;
}

function withNumbers(words: string, random: Random): string {
  const digits = '123456789';
  return words
    .replace(/\d/g, () => digits[random(9)]!)
    .replace(/[一二三四五六七八九](?=[万千百十亿年月日条款个项])/g, () => '一二三四五六七八九'[random(9)]!);
}

function shuffle<T>(values: T[], random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const other = random(i + 1);
    [values[i], values[other]] = [values[other]!, values[i]!];
  }
}
