/** Reads who adopted or issued a text, and when, from the lines under its title: 2005年2月28日 第十届…会议通过. */

/** One line of the history of a text. */
export interface Adoption {
  /** As the line has it: 2005年2月28日. */
  readonly date: string;
  /** Without its term of office: 汕头市人民代表大会常务委员会. */
  readonly body: string;
}

const HEAD_LINES = 10;
const ADOPTED =
  /^[（(]?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[\s，,]*([\u4e00-\u9fff].{1,60}?)(?:通过|公布|批准|发布|令|公告|修订|修正)/;

/** In the order of the lines; none where the text has no such lines. */
export function readAdoptions(lines: readonly string[]): Adoption[] {
  return lines.slice(0, HEAD_LINES).flatMap((line) => {
    const [, date, body] = (line.length <= 120 && ADOPTED.exec(line)) || [];
    return date && body ? [{ date, body: body.replace(/第[一二三四五六七八九十\d]+届/, '') }] : [];
  });
}
