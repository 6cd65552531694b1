/**
 * Character maps for PDF files that name Chinese fonts without embedding how to read them. The PDF library's own maps
 * are 1.6 MB of files it does not bring; those for simplified Chinese follow from the order of GB 2312 and are made here.
 */

/**
 * Adobe-GB1 numbers the characters of GB 2312 in the order of their codes, in these runs: first code, last code, first
 * number. Source: Adobe Technical Note 5079, CMap GB-EUC-H.
 */
const RUNS: readonly (readonly [number, number, number])[] = [
  [0xa1a1, 0xa1fe, 96],
  [0xa2b1, 0xa2e2, 190],
  [0xa2e5, 0xa2ee, 240],
  [0xa2f1, 0xa2fc, 250],
  [0xa3a1, 0xa3fe, 262],
  [0xa4a1, 0xa4f3, 356],
  [0xa5a1, 0xa5f6, 439],
  [0xa6a1, 0xa6b8, 525],
  [0xa6c1, 0xa6d8, 549],
  [0xa7a1, 0xa7c1, 573],
  [0xa7d1, 0xa7f1, 606],
  [0xa8a1, 0xa8ba, 639],
  [0xa8c5, 0xa8e9, 671],
  [0xa9a4, 0xa9ef, 708],
];
const FIRST_HAN = 940;
const ROW = 94;
/** Row D7 of the first level ends five characters short. */
const SECOND_LEVEL = 4695;
/** Characters of GBK beyond GB 2312 get numbers of our own, above all of Adobe's: they only have to agree with each other. */
const FIRST_OWN = 0x8000;
const HALF_WIDTH = 814;

interface Numbered {
  /** Its code in GBK, one byte or two. */
  readonly code: number;
  readonly unicode: number;
  readonly cid: number;
}

function cidOf(code: number): number | undefined {
  for (const [first, last, cid] of RUNS) if (code >= first && code <= last) return cid + code - first;
  const lead = code >> 8;
  const trail = (code & 0xff) - 0xa1;
  if (trail < 0 || trail >= ROW) return undefined;
  if (lead >= 0xb0 && lead <= 0xd7)
    return lead === 0xd7 && trail > 88 ? undefined : FIRST_HAN + (lead - 0xb0) * ROW + trail;
  return lead >= 0xd8 && lead <= 0xf7 ? SECOND_LEVEL + (lead - 0xd8) * ROW + trail : undefined;
}

let table: readonly Numbered[] | undefined;

/** All characters of GBK with their numbers. */
function characters(): readonly Numbered[] {
  if (table) return table;
  const decoder = new TextDecoder('gb18030');
  const found: Numbered[] = [];
  for (let code = 0x20; code <= 0x7e; code++) {
    found.push({ code, unicode: code, cid: code - 0x1f }, { code, unicode: code, cid: HALF_WIDTH + code - 0x20 });
  }
  let own = FIRST_OWN;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const unicode = text.charCodeAt(0);
      if (text.length !== 1 || unicode === 0xfffd) continue;
      const code = (lead << 8) | trail;
      found.push({ code, unicode, cid: cidOf(code) ?? own++ });
    }
  }
  table = found;
  return found;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

function cMap(
  name: string,
  codespaces: readonly string[],
  entries: readonly string[],
  operator: 'cidchar' | 'bfchar',
): Uint8Array {
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100);
    blocks.push(`${block.length} begin${operator}\n${block.join('\n')}\nend${operator}`);
  }
  const spaces = `${codespaces.length} begincodespacerange\n${codespaces.join('\n')}\nendcodespacerange`;
  return new TextEncoder().encode(`begincmap\n/CMapName /${name} def\n${spaces}\n${blocks.join('\n')}\nendcmap\n`);
}

/** The map called `name` as the text of a CMap file; undefined for other scripts. O(characters of GBK). */
export function gb1CMap(name: string): Uint8Array | undefined {
  if (name === 'Adobe-GB1-UCS2') {
    const entries = characters().map(({ cid, unicode }) => `<${hex(cid, 4)}> <${hex(unicode, 4)}>`);
    return cMap(name, ['<0000> <ffff>'], entries, 'bfchar');
  }
  if (/^GB(?:K|Kp|K2K|pc)?-(?:EUC-)?[HV]$/.test(name)) {
    const own = characters().filter(({ code, cid }) => code > 0x7e || cid < HALF_WIDTH);
    const entries = own.map(({ code, cid }) => `<${hex(code, code > 0xff ? 4 : 2)}> ${cid}`);
    return cMap(name, ['<00> <80>', '<8140> <fefe>'], entries, 'cidchar');
  }
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name)) {
    const own = characters().filter(({ code, cid }) => code > 0x7e || cid < HALF_WIDTH);
    return cMap(
      name,
      ['<0000> <ffff>'],
      own.map(({ unicode, cid }) => `<${hex(unicode, 4)}> ${cid}`),
      'cidchar',
    );
  }
  return undefined;
}
