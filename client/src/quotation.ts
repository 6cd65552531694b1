/** Writes a passage of a source as a quotation with its source, the way Chinese documents do. */

/** What a quotation needs of its source. */
export interface QuotedSource {
  readonly title: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; undefined where the document has none. */
  readonly date?: string;
}

/** `“…”（《title》，2024年3月5日）`: double quotation marks inside become single ones, line breaks go. */
export function quotation(text: string, source: QuotedSource): string {
  const inner = oneLine(text).replaceAll('“', '‘').replaceAll('”', '’');
  return `“${inner}”（${citation(source)}）`;
}

/** `《title》，2024年3月5日`; the title alone where the document has no date. */
export function citation({ title, date }: QuotedSource): string {
  return [bookTitle(title), chineseDate(date)].filter((part) => part !== '').join('，');
}

/** The passage as one line: line breaks and the blanks around them go, since Chinese has no spaces between words. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, '').trim();
}

/** Title in 《》; titles inside it in 〈〉. A title that is all in 《》 already stays as it is. */
function bookTitle(title: string): string {
  const bare = /^《([^《》]*)》$/.exec(title.trim())?.[1] ?? title.trim();
  return `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

function chineseDate(date: string | undefined): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date ?? '') ?? [];
  if (year === undefined) {
    return '';
  }
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}
