/** Reads plain text and Markdown. */
import * as l10n from '@vscode/l10n';
import { decode } from '../decode';
import type { Reader } from './reader';

function textReader(format: 'plain' | 'markdown'): Reader {
  return (bytes) => {
    const decoded = decode(bytes);
    if (!decoded) {
      return {
        unreadable: l10n.t(
          'The file is not text, whatever its name says. Convert it to .txt, .md or .docx, or remove it.',
        ),
      };
    }
    const problems =
      decoded.undecodable > 0
        ? [
            l10n.t(
              '{0} characters could not be decoded (read as {1}). Save the file as UTF-8 to be sure of its text.',
              decoded.undecodable,
              decoded.encoding.toUpperCase(),
            ),
          ]
        : [];
    return { text: decoded.text, format, originalIsText: true, problems };
  };
}

export const readPlainText = textReader('plain');
export const readMarkdown = textReader('markdown');
