/** Reads old Word documents (.doc), and what else goes by that name: .docx, saved web pages. */
import * as l10n from '@vscode/l10n';
import { isCompoundFile, readDocx } from './docx';
import { readHtml, readMhtml } from './html';
import type { Reader } from './reader';

export const readDoc: Reader = async (bytes, limits) => {
  if (isCompoundFile(bytes)) {
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    return { text: document.getBody(), format: 'plain', originalIsText: false, problems: [] };
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readDocx(bytes, limits);
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  if (/^MIME-Version:/im.test(head)) return readMhtml(bytes, limits);
  if (/<html|<!doctype html/i.test(head)) return readHtml(bytes, limits);
  return { unreadable: l10n.t('The file is no Word document. Save it as .docx, .pdf or .txt.') };
};
