/** A writer's workspace on disk with a server over it, for protocol tests. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClientOptions, LspClient, type Position, positionAt } from '../support/lspClient';
import { markedText } from '../support/markedText';
import { TemporaryFolder } from '../support/temporaryFolder';

/** Five documents of our own, of the kinds a writer collects. */
export const DOCUMENTS: Readonly<Record<string, string | Uint8Array>> = {
  '党课-以融合促发展.md': `---
title: 以融合促发展专题党课
date: 2024-10-08
---
同志们：

要推动科技创新和产业创新深度融合，让更多成果走出实验室、走上生产线。

（一）把准方向。各支部要带头学习，在破解难题中检验成效。
`,
  '评论-向融合要动能.txt': `向融合要动能

2025-01-15

推动科技创新和产业创新深度融合，关键在企业。让企业出题、能人答题、市场阅卷，创新才有源头活水。
`,
  '讲话-在全市科技创新大会上的讲话.md': `# 在全市科技创新大会上的讲话

（2025年3月20日）

同志们：

一、提高站位，把科技创新摆在更加突出的位置

持续推动科技创新和产业创新深度融合，擦亮“云岭智谷”品牌。各级各部门要扛起责任，以钉钉子精神抓好落实。
`,
  // 向产业链要韧性 …, in GB18030
  '文章-向产业链要韧性.txt': gb18030(),
  '方案-产业集群培育方案.md': `---
title: 产业集群培育方案
date: 2023-03-19
kind: plan
---

实施集群培育工程，做强龙头、做优配套、做实平台，形成梯次发展格局。
`,
};

/** 向产业链要韧性 / 补齐短板、锻造长板，培育链主企业，打造自主可控的产业链供应链。 */
function gb18030(): Uint8Array {
  return Buffer.from(
    'cff2b2fad2b5c1b4d2aac8cdd0d40a0ab2b9c6ebb6ccb0e5a1a2b6cdd4ecb3a4b0e5a3acc5e0d3fdc1b4d6f7c6f3d2b5a3acb4f2d4ecd7d4d6f7bfc9bfd8b5c4b2fad2b5c1b4b9a9d3a6c1b4a1a30a',
    'hex',
  );
}

export interface CompletionEntry {
  readonly filterText?: string;
  readonly label: string;
  readonly labelDetails?: { readonly description?: string };
  readonly textEdit?: {
    readonly newText: string;
    readonly range: { readonly start: Position; readonly end: Position };
  };
  readonly documentation?: { readonly value: string };
  readonly data?: unknown;
}

/** A temporary workspace with `seeds/`, a cache of its own and a server. */
export class TestWorkspace {
  readonly folder = new TemporaryFolder();
  #clients: LspClient[] = [];
  #drafts = 0;

  constructor(documents: Readonly<Record<string, string | Uint8Array>> = DOCUMENTS) {
    for (const [name, content] of Object.entries(documents)) this.folder.write(`workspace/seeds/${name}`, content);
    this.folder.write('workspace/drafts/.keep', '');
  }

  get path(): string {
    return this.folder.at('workspace');
  }

  get cache(): string {
    return this.folder.at('cache');
  }

  /** The URI of a file in the workspace. */
  uri(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  /** Starts a server; the draft's date is fixed, so that tests do not age. */
  async start(options: ClientOptions = {}): Promise<LspClient> {
    const settings = { draft: { date: '2026-11-22' }, ...options.settings };
    const client = await LspClient.start({ workspaces: [this.path], cache: this.cache, ...options, settings });
    this.#clients.push(client);
    return client;
  }

  /** Opens a new draft with a cursor in it; answers where. */
  openDraft(client: LspClient, marked: string, languageId = 'markdown') {
    const { text, cursor } = markedText(marked);
    const uri = this.uri(`drafts/${++this.#drafts}.md`);
    client.open(uri, text, languageId);
    return { uri, text, textDocument: { uri }, position: positionAt(text, cursor) };
  }

  /** The completion items at the cursor of a new draft. */
  async complete(client: LspClient, marked: string): Promise<CompletionEntry[]> {
    const { textDocument, position } = this.openDraft(client, marked);
    const { items } = await client.request<{ items: CompletionEntry[] }>('textDocument/completion', {
      textDocument,
      position,
      context: { triggerKind: 1 },
    });
    return items;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.kill()));
    this.folder.dispose();
  }
}

export interface Diagnostic {
  readonly code: string;
  readonly source: string;
  readonly severity: number;
  readonly message: string;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
  readonly codeDescription?: { readonly href: string };
  readonly relatedInformation?: readonly { readonly message: string; readonly location: { readonly uri: string } }[];
  readonly data?: unknown;
}

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Pushed diagnostics of a document once they are as wanted. */
export async function pushed(
  client: LspClient,
  uri: string,
  isWanted: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const known = client.notes.findLast(
    ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as Published).uri === uri,
  )?.params as Published | undefined;
  if (known && isWanted(known.diagnostics)) return known.diagnostics;
  const { diagnostics } = await client.next<Published>(
    'textDocument/publishDiagnostics',
    (params) => params.uri === uri && isWanted(params.diagnostics),
  );
  return diagnostics;
}
