/** Small PDF files with text at given places, in a font that every Chinese system has and no file embeds. */

/** A piece of text with its lower left corner, in points. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** A page that shows the pieces in this order. */
export function pdfPage(pieces: readonly PlacedText[]): Uint8Array {
  const shown = pieces.map(({ x, y, size, text }) => `/F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${ucs2(text)}> Tj`);
  return pdfFile(pieces.length === 0 ? '' : `BT ${shown.join('\n')} ET`, 'UniGB-UCS2-H');
}

/** Hexadecimal codes of the encoding UniGB-UCS2-H. */
export function ucs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** One page with these drawing instructions; `encoding` is that of its font F. */
export function pdfFile(content: string, encoding: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>/DW 1000/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const start = text.length;
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return new TextEncoder().encode(
    `${text}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
  );
}
