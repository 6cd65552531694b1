/** Sentences that quote real documents as drafts do: rightly, or with one thing wrong. */
import { letterText } from '../../server/src/index/letterText';
import type { Random } from './plantedPassages';

/** How a sentence names its source. `{}` is the quotation, `{name}` the document. */
export const FORMS = {
  '指出：“”': '{name}指出：“{}”',
  '强调，“”': '{name}强调，“{}”，这为我们指明了方向。',
  '「」': '{name}明确提出：「{}」',
  '正如…所言': '正如{name}所言：“{}”',
  'quotation first': '“{}”，{name}这样要求。',
  'block quote': '{name}中有这样一段话：\n\n> {}\n',
  'indirect speech': '{name}指出，{}',
} as const;
export type Form = keyof typeof FORMS;

/** What is wrong with a quotation. */
export const slipKinds = [
  'one character',
  'two characters',
  'three characters',
  'synonym',
  'words missing',
  'clause missing',
  'words added',
  'clauses swapped',
] as const;
export type SlipKind = (typeof slipKinds)[number];

const SYNONYMS: readonly (readonly [string, string])[] = [
  ['加强', '强化'],
  ['推进', '推动'],
  ['完善', '健全'],
  ['提高', '提升'],
  ['促进', '推动'],
  ['加快', '抓紧'],
  ['重要', '关键'],
  ['增强', '提高'],
  ['全面', '全部'],
  ['积极', '主动'],
  ['建设', '建造'],
  ['实现', '达成'],
  ['发挥', '发扬'],
  ['保障', '保证'],
];

/** The words with the slip in them, undefined where they have no place for it. Never at the very ends. */
export function withSlip(words: string, kind: SlipKind, random: Random): string | undefined {
  switch (kind) {
    case 'one character':
      return withWrongCharacters(words, 1, random);
    case 'two characters':
      return withWrongCharacters(words, 2, random);
    case 'three characters':
      return withWrongCharacters(words, 3, random);
    case 'synonym': {
      const found = SYNONYMS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]).filter(
        ([from]) => words.indexOf(from) > 1 && words.indexOf(from) + from.length < words.length - 2,
      );
      const pair = found[random(Math.max(1, found.length))];
      return pair && words.replace(pair[0], pair[1]);
    }
    case 'words missing': {
      const at = hanPlace(words, 4, random);
      return at === undefined ? undefined : words.slice(0, at) + words.slice(at + 2);
    }
    case 'words added': {
      const at = hanPlace(words, 2, random);
      return at === undefined ? undefined : `${words.slice(0, at)}切实${words.slice(at)}`;
    }
    case 'clause missing': {
      const clauses = words.split('，');
      if (clauses.length < 3) return undefined;
      const at = 1 + random(clauses.length - 2);
      return clauses.filter((_, i) => i !== at).join('，');
    }
    case 'clauses swapped': {
      const end = /[。！？；]?$/.exec(words)![0];
      const clauses = words.slice(0, words.length - end.length).split('，');
      if (clauses.length < 2 || /[；。]/.test(clauses.join(''))) return undefined;
      const at = random(clauses.length - 1);
      [clauses[at], clauses[at + 1]] = [clauses[at + 1]!, clauses[at]!];
      return clauses.join('，') + end;
    }
  }
}

/** An offset with `count` Han characters from it on, away from the ends. */
function hanPlace(words: string, count: number, random: Random): number | undefined {
  const places = [...words.matchAll(new RegExp(`(?=[一-鿿]{${count}})`, 'g'))]
    .map(({ index }) => index)
    .filter((at) => at >= 2 && at + count <= words.length - 2);
  return places.length === 0 ? undefined : places[random(places.length)];
}

const FILLERS = '为民生实动力新会大度学提法和有进行体增保国理产持重向';

function withWrongCharacters(words: string, count: number, random: Random): string | undefined {
  const places = [...words.matchAll(/(?<=[一-鿿])[一-鿿](?=[一-鿿])/g)].map(({ index }) => index);
  if (places.length < count) return undefined;
  const units = [...words];
  for (let i = 0; i < count; i++) {
    const at = places.splice(random(places.length), 1)[0]!;
    units[at] = [...FILLERS].filter((filler) => filler !== words[at])[random(FILLERS.length - 1)]!;
  }
  return units.join('');
}

/** Sentences of a text that can be quoted: 10 to 80 letters, no quotation marks, titles or numbers of items in them. */
export function quotableSentences(text: string): string[] {
  return text.split('\n').flatMap((line) =>
    (line.match(/[^。！？]+[。！？]/g) ?? [])
      .map((sentence) => sentence.trim())
      .filter((sentence) => {
        const { length } = letterText(sentence).letters;
        return (
          length >= 10 &&
          length <= 80 &&
          /^[一-鿿，、；：]+[。！？]$/.test(sentence) &&
          !/^[一二三四五六七八九十]+[是、]/.test(sentence)
        );
      }),
  );
}

/** The draft sentence that quotes `words` in a form. */
export function quoting(form: Form, name: string, words: string): string {
  return FORMS[form].replaceAll('{name}', name).replace('{}', words);
}
