/** Knows the Chinese names of other countries: their ministries are not ours. */

const OURS = new Set(['CN', 'HK', 'MO', 'TW']);

/** Words that speak of more countries than one. */
const SHARED = [
  '两国',
  '双方',
  '各国',
  '外方',
  '多国',
  '三国',
  '欧盟',
  '联合国',
  '东盟',
  '非盟',
  '外国',
  '国外',
  '境外',
];

/** Short names of countries, and cities whose offices are named without their country. */
const SHORT = [
  '印尼',
  '埃塞',
  '沙特',
  '阿联酋',
  '巴新',
  '波黑',
  '英方',
  '美方',
  '俄方',
  '欧洲',
  '非洲',
  '拉美',
  '纽约',
  '华盛顿',
  '洛杉矶',
  '东京',
  '大阪',
  '伦敦',
  '巴黎',
  '柏林',
  '莫斯科',
  '首尔',
  '日内瓦',
  '布鲁塞尔',
];

let known: { readonly byFirst: ReadonlyMap<string, readonly string[]> } | undefined;

function places(): ReadonlyMap<string, readonly string[]> {
  if (known) return known.byFirst;
  const names = new Intl.DisplayNames(['zh-Hans'], { type: 'region', fallback: 'none' });
  const byFirst = new Map<string, string[]>();
  const add = (name: string) => {
    const same = byFirst.get(name[0]!);
    if (same) same.push(name);
    else byFirst.set(name[0]!, [name]);
  };
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  for (const first of letters) {
    for (const second of letters) {
      if (OURS.has(first + second)) continue;
      const name = names.of(first + second);
      if (name && name.length > 1 && !name.includes('中国')) add(name);
    }
  }
  for (const word of [...SHARED, ...SHORT]) add(word);
  known = { byFirst };
  return byFirst;
}

/** The first name of another country, or word for several, in `text`; undefined where there is none. O(length). */
export function foreignPlaceIn(text: string): string | undefined {
  const byFirst = places();
  for (let at = 0; at < text.length; at++) {
    const name = byFirst.get(text[at]!)?.find((candidate) => text.startsWith(candidate, at));
    // 外国专家局 is a body of ours.
    if (name !== undefined && !/^(?:专家|语|文)/.test(text.slice(at + name.length, at + name.length + 2))) return name;
  }
  return undefined;
}
