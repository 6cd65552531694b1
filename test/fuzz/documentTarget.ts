/** Fuzzes the readers: any bytes under any extension give a document or a problem that says what to do, never an exception. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, supportedExtensions } from '../../server/src/corpus/readDocument';
import { damagedBytes } from './damagedBytes';
import { draftText } from './draftTexts';
import { fuzzTarget } from './fuzzTarget';
import { foundFiles, sampleFiles } from './sampleFiles';

const extension = fc.constantFrom(...supportedExtensions);

/** A text in an encoding documents come in. */
const encoded = fc
  .tuple(draftText, fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'), fc.boolean())
  .map(([text, encoding, marked]) => Buffer.from(marked ? `\ufeff${text}` : text, encoding) as Uint8Array);

/** A page around a text, its markup cut anywhere. */
const page = fc
  .tuple(draftText, fc.constantFrom('p', 'div', 'table', 'script', 'article', 'td'), fc.nat({ max: 20 }))
  .map(([text, tag, cut]) => {
    const html = `<!doctype html><meta charset="utf-8"><title>${text.slice(0, 9)}</title><${tag}>${text}</${tag}>`;
    return Buffer.from(html.slice(0, html.length - cut)) as Uint8Array;
  });

const input = fc.oneof(
  fc.record({ extension, bytes: fc.uint8Array({ maxLength: 400 }) }),
  fc.record({ extension, bytes: encoded }),
  fc.record({ extension: fc.constantFrom('html', 'htm', 'mhtml', 'doc'), bytes: page }),
  fc
    .constantFrom(...sampleFiles)
    .chain((sample) => fc.record({ extension: fc.constant(sample.extension), bytes: damagedBytes(sample.bytes) })),
);

const limits = { bytes: 1 << 20, characters: 1 << 18 };

export const documentTarget = fuzzTarget(
  'documents',
  input,
  async ({ extension: ending, bytes }) => {
    const path = `/corpus/文件.${ending}`;
    const { value, problems } = await readDocument({ path, bytes, builtIn: false }, limits);
    if (!value) assert.equal(problems.length, 1);
    for (const { message } of problems) {
      assert.notEqual(message.trim(), '');
      assert.ok(!/undefined|\[object/.test(message), message);
    }
    if (!value) return;
    assert.notEqual(value.clean, '');
    assert.ok(!value.clean.includes('\u0000'), 'a zero separates documents in the index');
    assert.notEqual(value.info.title, '');
    let before = 0;
    for (let at = 0; at < value.clean.length; at++) {
      const origin = value.cleanToRaw.toOrigin(at);
      assert.ok(origin >= before, `${at} → ${origin} after ${before}`);
      before = origin;
    }
  },
  { examples: foundFiles },
);
