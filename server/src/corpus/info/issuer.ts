/** Finds who issued a document: in its metadata, its number or its title. */

import type { Known } from '../document';

export interface IssuerEvidence {
  readonly rawHead: readonly string[];
  readonly lines: readonly string[];
  readonly title: string;
  readonly fileName: string;
}

const LABEL =
  /^[【[]?(?:发文机关|发布机关|发布机构|制定机关|印发单位)\s*[:：]\s*([\u4e00-\u9fff、\s]{2,40}?)[】\]]?(?:\s|$)/;
/** 来源/ 每日甘肃网-甘肃日报: the source of a newspaper article is its paper. */
const SOURCE = /(?:^|[\s【（(])(?:来源|信息来源|文章来源|稿源)\s*[:：/]\s*([^\s作时发编责浏字【】（）()]{2,30})/;
const MEDIA = /(?:日报|晚报|时报|新华社|求是|光明网|新华网|人民网|央视网|学习时报|经济参考报|杂志|周刊)$/;
const ORGANISATION =
  /(?:中共中央|国务院|办公厅|办公室|委员会|常委会|人民政府|[部局厅署院委会]|法院|检察院|中央军委|主席团)$/;
const NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/国办(?:发|函|发明电|字)〔/, '国务院办公厅'],
  [/国(?:发|函|发明电)〔|国令第/, '国务院'],
  [/中办(?:发|函|字)〔/, '中共中央办公厅'],
  [/中发〔/, '中共中央'],
];
const HEAD_LINES = 10;

/** The issuer, or undefined where nothing states it. */
export function readIssuer(evidence: IssuerEvidence): Known | undefined {
  for (const line of evidence.rawHead) {
    const label = LABEL.exec(line)?.[1]?.trim();
    if (label) return { value: label, confidence: 'stated' };
  }
  const titled = fromTitle(evidence.title);
  if (titled) return { value: titled, confidence: 'stated' };
  const inferred =
    fromNumber([evidence.fileName, ...evidence.lines.slice(0, HEAD_LINES).filter((line) => line.length <= 40)]) ??
    fromReport(evidence) ??
    fromSource(evidence.rawHead);
  return inferred ? { value: inferred, confidence: 'inferred' } : undefined;
}

/** 国务院办公厅关于…的通知 */
function fromTitle(title: string): string | undefined {
  const before = /^([\u4e00-\u9fff、\s]{2,40}?)\s*(?:关于|转发|批转|印发|对(?=.*答复$))/.exec(title)?.[1];
  if (!before || !ORGANISATION.test(before) || /会议$|代表大会$/.test(before)) return undefined;
  return before.trim();
}

function fromNumber(texts: readonly string[]): string | undefined {
  for (const [pattern, issuer] of NUMBERS) if (texts.some((text) => pattern.test(text))) return issuer;
  return undefined;
}

/** A government's work report is that government's. */
function fromReport({ title, lines }: IssuerEvidence): string | undefined {
  const report = /^(?:\d{4}年)?(.{0,12}?)政府工作报告(?:（.*）)?$/.exec(title);
  if (!report) return undefined;
  const place = report[1]!.replace(/^关于|\d{4}年/g, '');
  if (place === '国务院') return '国务院';
  if (place !== '') return /[省市县区州盟旗]$/.test(place) ? `${place}人民政府` : undefined;
  return lines.slice(0, HEAD_LINES).some((line) => /国务院/.test(line)) ? '国务院' : undefined;
}

function fromSource(rawHead: readonly string[]): string | undefined {
  for (const line of rawHead) {
    const source = line.length <= 200 ? SOURCE.exec(line)?.[1] : undefined;
    const name = source?.split(/[-—·]/).at(-1);
    if (name && MEDIA.test(name)) return name;
  }
  return undefined;
}
