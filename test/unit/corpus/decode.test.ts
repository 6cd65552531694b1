/** Encodings of text files: found by mark, by zero bytes, by validity and by plausibility. */
import assert from 'node:assert/strict';
import { decode, lineStartsOf } from '../../../server/src/corpus/decode';

const prose = '各位同志：\n下面我就做好明年的产业工作讲三点意见。一要提高认识，二要抓住重点，三要改进作风。\n';
const traditional = '各位同事：\n現在我代表委員會報告今年的工作，請大家審議。我們的經濟發展得到了各方面的支持。\n';

/** 各位同志，大家好。 and its like in GB18030, two bytes a character. */
function gb18030(text: string): Uint8Array {
  return encodeWith('gb18030', text);
}

/** The inverse of a TextDecoder for characters of two bytes. */
function encodeWith(encoding: string, text: string): Uint8Array {
  const codes = new Map<string, [number, number]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !codes.has(character))
        codes.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = codes.get(character);
      if (code) return code;
      assert.ok(character.charCodeAt(0) < 0x80, `${character} is not in ${encoding}`);
      return [character.charCodeAt(0)];
    }),
  );
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  if (mark) units.unshift(0xfeff);
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    const bytes = new TextEncoder().encode(prose);
    assert.deepEqual(decode(bytes), { text: prose, encoding: 'utf-8', undecodable: 0 });
    assert.equal(decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))?.text, prose);
  });

  it('reads UTF-8 whose last character was cut off', () => {
    const bytes = new TextEncoder().encode(`${prose}完`);
    assert.equal(decode(bytes.subarray(0, -1))?.text, prose);
    assert.equal(decode(bytes.subarray(0, -2))?.text, prose);
  });

  it('reads UTF-8 with a few broken bytes as UTF-8', () => {
    const bytes = new TextEncoder().encode(prose.repeat(20));
    bytes[300] = 0xff;
    const decoded = decode(bytes);
    assert.equal(decoded?.encoding, 'utf-8');
    assert.ok(decoded && decoded.undecodable >= 1 && decoded.undecodable <= 3);
  });

  it('reads GB18030', () => {
    assert.deepEqual(decode(gb18030(prose)), { text: prose, encoding: 'gb18030', undecodable: 0 });
  });

  it('tells Big5 from GB18030', () => {
    assert.deepEqual(decode(encodeWith('big5', traditional)), { text: traditional, encoding: 'big5', undecodable: 0 });
    assert.equal(decode(gb18030(traditional))?.text, traditional);
  });

  for (const little of [true, false]) {
    it(`reads UTF-16 ${little ? 'little' : 'big'} endian by mark and by its zero bytes`, () => {
      assert.equal(decode(utf16(prose, little, true))?.text, prose);
      assert.equal(decode(utf16(prose, little, false))?.text, prose);
      const ones = '一切工作以人民为中心，一件事情一件事情地办，一年接着一年干。\n'.repeat(3);
      assert.equal(decode(utf16(ones, little, false))?.text, ones, 'zero bytes on the other side too');
    });
  }

  it('knows what is no text', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]);
    assert.equal(decode(picture), undefined);
    assert.equal(decode(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255)), undefined);
  });

  it('reads an empty file as empty text', () => assert.equal(decode(new Uint8Array())?.text, ''));

  it('finds lines that end with \\n, \\r\\n and \\r', () => {
    assert.deepEqual([...lineStartsOf('一\n二\r\n三\r四')], [0, 2, 5, 7]);
    assert.deepEqual([...lineStartsOf('')], [0]);
  });
});
