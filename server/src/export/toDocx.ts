/** Sets an official document as a Word file in the format of GB/T 9704-2012: page, type, lines, page numbers. */
import type { IParagraphOptions, ISectionOptions, Paragraph, ParagraphChild, Table } from 'docx';
import {
  type Face,
  isTable,
  type OfficialDocument,
  type OfficialParagraph,
  type OfficialTable,
  type Run,
} from './officialDocument';
import { titleLines } from './titleLines';

/** Twentieths of a point in a millimetre. */
const TWIPS_A_MILLIMETRE = 56.6929;
const millimetres = (length: number) => Math.round(length * TWIPS_A_MILLIMETRE);
/** 22 lines on 225 mm: 28.95 points. */
const LINE = 579;
/**
 * 28 characters of 16 points on 156 mm, in twentieths of a point: 15.75 points each. The line grid's own measure of
 * characters is left out: LibreOffice spreads the text over half as many again.
 */
const CHARACTER_SPACING = -5;
const CHARACTER = 16 * 20 + CHARACTER_SPACING;
/** In a table: 20 points. */
const TABLE_LINE = 400;
/** Sizes in half points: 二号, 三号, 四号, 小四. */
const SIZES = { title: 44, text: 32, pageNumber: 28, table: 24 } as const;

/** The typefaces; a Word without one of them takes the one its user has set for missing fonts. */
export const typefaces: Readonly<Record<Face | 'pageNumber', { readonly name: string; readonly fallBack: string }>> = {
  title: { name: '方正小标宋简体', fallBack: '宋体' },
  heading1: { name: '黑体', fallBack: '黑体' },
  heading2: { name: '楷体_GB2312', fallBack: '楷体' },
  text: { name: '仿宋_GB2312', fallBack: '仿宋' },
  pageNumber: { name: '宋体', fallBack: '宋体' },
};
const LATIN = 'Times New Roman';

/** The bytes of the Word file. The library is loaded when it is first needed. */
export async function toDocx(document: OfficialDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const { AlignmentType, LineRuleType } = docx;

  const font = (face: Face | 'pageNumber') => ({
    // The figures of page numbers are 宋体 too.
    ascii: face === 'pageNumber' ? typefaces.pageNumber.name : LATIN,
    hAnsi: face === 'pageNumber' ? typefaces.pageNumber.name : LATIN,
    eastAsia: typefaces[face].name,
    // Quotation marks and dashes are Chinese ones.
    hint: 'eastAsia',
  });
  const textRun = ({ text, face, bold }: Run, size: number): ParagraphChild =>
    new docx.TextRun({ text, size, font: font(face), ...(bold && { bold }) });
  const spacing = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const indented = { firstLine: SIZES.text * 20, firstLineChars: 200 };

  const layout: Readonly<Record<OfficialParagraph['kind'], IParagraphOptions>> = {
    title: { alignment: AlignmentType.CENTER },
    subtitle: { alignment: AlignmentType.CENTER },
    heading: { indent: indented },
    text: { indent: indented, alignment: AlignmentType.BOTH },
    salutation: { alignment: AlignmentType.LEFT },
    attachment: { indent: { left: CHARACTER * 6.5, hanging: CHARACTER * 4.5 } },
    nextAttachment: { indent: { left: CHARACTER * 6.5, hanging: CHARACTER * 1.5 } },
    signature: { alignment: AlignmentType.RIGHT, indent: { right: CHARACTER * 2 } },
    date: { alignment: AlignmentType.RIGHT, indent: { right: CHARACTER * 4 } },
  };
  const staysWithNext: ReadonlySet<OfficialParagraph['kind']> = new Set(['attachment', 'nextAttachment', 'signature']);
  const title = (runs: readonly Run[]): ParagraphChild[] => {
    const words = runs.map(({ text }) => text).join('');
    const [only, ...others] = titleLines(words);
    if (others.length === 0) return runs.map((run) => textRun(run, SIZES.title));
    return [only!, ...others].map(
      (text, i) => new docx.TextRun({ text, size: SIZES.title, font: font('title'), ...(i > 0 && { break: 1 }) }),
    );
  };
  const paragraph = ({ kind, level, runs, right }: OfficialParagraph): Paragraph =>
    new docx.Paragraph({
      ...layout[kind],
      spacing,
      ...(level !== undefined && { outlineLevel: level - 1, keepNext: true }),
      // Signature and date stand on no page without text (7.3.5.5).
      ...(staysWithNext.has(kind) && { keepNext: true }),
      ...(right !== undefined && { indent: { right: Math.round(right * CHARACTER) } }),
      children: kind === 'title' ? title(runs) : runs.map((run) => textRun(run, SIZES.text)),
    });
  const blank = () => new docx.Paragraph({ spacing, keepNext: true, children: [] });
  const table = ({ rows }: OfficialTable): Table => {
    const columns = Math.max(...rows.map((row) => row.length));
    return new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      rows: rows.map(
        (row, i) =>
          new docx.TableRow({
            cantSplit: true,
            ...(i === 0 && { tableHeader: true }),
            children: Array.from(
              { length: columns },
              (_, column) =>
                new docx.TableCell({
                  children: [
                    new docx.Paragraph({
                      alignment: i === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
                      spacing: { line: TABLE_LINE, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
                      children: (row[column] ?? []).map((run) => textRun(run, SIZES.table)),
                    }),
                  ],
                }),
            ),
          }),
      ),
    });
  };
  /** — 1 —, a character in from the edge on which the page is opened. */
  const pageNumber = (side: 'left' | 'right') => {
    const style = { size: SIZES.pageNumber, font: font('pageNumber') };
    return new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { [side]: SIZES.pageNumber * 10 },
          children: [new docx.TextRun({ ...style, children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
        }),
      ],
    });
  };

  const lastHead = document.parts.findLastIndex(({ kind }) => kind === 'title' || kind === 'subtitle');
  const children: (Paragraph | Table)[] = document.parts.flatMap((part, i) => {
    const set = isTable(part) ? table(part) : paragraph(part);
    // A line stays empty under the title, and above a signature that follows text.
    if (i === lastHead) return [set, blank()];
    // Word would make one of two tables without a line between them.
    if (isTable(part) && document.parts[i + 1]?.kind === 'table') return [set, blank()];
    if (part.kind === 'attachment') return [blank(), set];
    const signs = part.kind === 'signature' || (part.kind === 'date' && document.parts[i - 1]?.kind !== 'signature');
    return signs && i > 0 ? [blank(), set] : [set];
  });
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: millimetres(210), height: millimetres(297) },
        margin: {
          top: millimetres(37),
          bottom: millimetres(35),
          left: millimetres(28),
          right: millimetres(26),
          header: millimetres(15),
          // The dash stands 7 mm below the text.
          footer: millimetres(23),
        },
      },
      // Every line is exactly as high as the grid; snapping to it would give a line of the title two.
      grid: { type: docx.DocumentGridType.DEFAULT, linePitch: LINE },
    },
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    children,
  };
  const file = new docx.Document({
    title: document.title,
    creator: '执笔',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { size: SIZES.text, font: font('text'), characterSpacing: CHARACTER_SPACING },
          paragraph: { spacing },
        },
      },
    },
    sections: [section],
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}
