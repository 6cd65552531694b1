/** The findings of the draft in the active editor, grouped by code, the gravest first. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  window,
} from 'vscode';
import { draftAtHand, followDraft } from '../draftAtHand';
import { groupBy } from '../groupBy';
import { countFirst } from './countFirst';

interface Group {
  readonly code: string;
  readonly findings: readonly Diagnostic[];
  /** Findings of the group that has most. */
  readonly most: number;
}

type Node = { readonly group: Group } | { readonly uri: Uri; readonly finding: Diagnostic };

/** Registers the view. `describe` gives the words for a code; the count also stands on the view's badge. */
export function createFindingsView(describe: (code: string) => string | undefined): Disposable {
  const changed = new EventEmitter<void>();
  let shown: Uri | undefined;
  const view = window.createTreeView<Node>('zhibi.findings', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => ('group' in node ? groupItem(node.group, describe) : findingItem(node.uri, node.finding)),
      getChildren: (node) => {
        const uri = shown;
        if (uri === undefined || (node !== undefined && !('group' in node))) {
          return [];
        }
        return node === undefined
          ? groupsOf(findingsIn(uri)).map((group) => ({ group }))
          : node.group.findings.map((finding) => ({ uri, finding }));
      },
    },
  });
  const refresh = (): void => {
    shown = draftAtHand()?.uri;
    const count = shown === undefined ? 0 : findingsIn(shown).length;
    view.description = count === 0 ? undefined : String(count);
    changed.fire();
  };
  const subscriptions = [
    followDraft(refresh),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === shown?.toString())) {
        refresh();
      }
    }),
    view,
    changed,
  ];
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) };
}

function findingsIn(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'zhibi');
}

function groupsOf(findings: readonly Diagnostic[]): Group[] {
  const groups = groupBy(findings, codeOf);
  const most = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  return [...groups]
    .map(([code, ofCode]) => ({
      code,
      most,
      findings: ofCode.sort((a, b) => a.range.start.compareTo(b.range.start)),
    }))
    .sort((a, b) => gravest(a) - gravest(b) || (a.code < b.code ? -1 : 1));
}

function gravest({ findings }: Group): DiagnosticSeverity {
  return Math.min(...findings.map(({ severity }) => severity));
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function groupItem(group: Group, describe: (code: string) => string | undefined): TreeItem {
  // What the manifest says of a code is a sentence; a line of a list has no full stop.
  const name = (describe(group.code) ?? group.code).replace(/[.。]$/, '');
  const { length } = group.findings;
  const item = new TreeItem(countFirst(length, name, group.most), TreeItemCollapsibleState.Expanded);
  item.id = group.code;
  item.tooltip = group.code;
  item.iconPath = severityIcon(gravest(group));
  item.contextValue = 'code';
  item.accessibilityInformation = { label: `${name}, ${length}` };
  return item;
}

function findingItem(uri: Uri, finding: Diagnostic): TreeItem {
  const item = new TreeItem(finding.message.split('\n', 1)[0]!);
  item.description = String(finding.range.start.line + 1);
  item.tooltip = finding.message;
  item.contextValue = 'finding';
  const line = l10n.t('line {0}', finding.range.start.line + 1);
  item.accessibilityInformation = { label: `${finding.message}, ${line}` };
  item.command = {
    command: 'vscode.open',
    title: finding.message,
    arguments: [uri, { selection: finding.range, preserveFocus: false }],
  };
  return item;
}

function severityIcon(severity: DiagnosticSeverity): ThemeIcon {
  switch (severity) {
    case DiagnosticSeverity.Error:
      return new ThemeIcon('error');
    case DiagnosticSeverity.Warning:
      return new ThemeIcon('warning');
    case DiagnosticSeverity.Information:
      return new ThemeIcon('info');
    case DiagnosticSeverity.Hint:
      return new ThemeIcon('lightbulb');
  }
}
