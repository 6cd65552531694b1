/** Findings as SARIF 2.1.0 (OASIS, 2020), for tools that collect check results. */
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { checks } from '../checks/runChecks';
import type { CheckedFile } from './checkedFile';

const LEVELS = ['none', 'error', 'warning', 'note', 'note'] as const;

/** One run with a rule for each check. Columns count UTF-16 code units. */
export function toSarif(version: string, files: readonly CheckedFile[]): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'zhibi', version, rules: checks.map(({ code }) => ({ id: code })) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => result(path, diagnostic))),
      },
    ],
  };
}

function result(path: string, { code, severity, message, range }: Diagnostic): object {
  return {
    ruleId: String(code),
    level: LEVELS[severity ?? 2],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathToFileURL(path).href },
          region: {
            startLine: range.start.line + 1,
            startColumn: range.start.character + 1,
            endLine: range.end.line + 1,
            endColumn: range.end.character + 1,
          },
        },
      },
    ],
  };
}
