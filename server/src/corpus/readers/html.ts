/** Reads saved web pages (.html, .mhtml): the text of the article where the page says which that is, else of the whole page. */
import * as l10n from '@vscode/l10n';
import { decode } from '../decode';
import { findLinkLists } from './htmlLinkLists';
import { BLOCKS, DROPPED, type PageNode } from './htmlTree';
import { readPageFacts } from './pageFacts';
import type { Reader, ReadLimits, ReadText, Unreadable } from './reader';

/** Where the content systems of government portals and newspapers put the article, most telling first. */
const ARTICLES = [
  '#UCAP-CONTENT',
  '.TRS_Editor',
  '.trs_editor_view',
  '.TRS_UEDITOR',
  '#zoom',
  '.pages_content',
  '.rm_txt_con',
  '#rwb_zw',
  '#detailContent',
  '#p-detail',
  '#ozoom',
  '.article-content',
  '.article_content',
  'article',
];
/** Selecting in a page nested deeper than this takes too long; its whole text is taken. */
const DEEPEST = 300;
const CELLS = new Set(['td', 'th']);
/** An element that holds less of the page's text is not the article. */
const LEAST_ARTICLE = 0.5;
const SHORTEST_ARTICLE = 100;

export const readHtml: Reader = (bytes, limits) => {
  const html = decodeHtml(bytes);
  if (html === undefined) return notText();
  return htmlToText(html, limits);
};

export const readMhtml: Reader = (bytes, limits) => {
  const part = firstHtmlPart(Buffer.from(bytes).toString('latin1'));
  if (!part)
    return { unreadable: l10n.t('The saved page holds no readable HTML. Save it again as a complete web page.') };
  const html = decodeHtml(part);
  return html === undefined ? notText() : htmlToText(html, limits);
};

function notText(): Unreadable {
  return {
    unreadable: l10n.t('The file is not text, whatever its name says. Convert it to .txt, .md or .docx, or remove it.'),
  };
}

/** A page's own declaration counts unless its bytes say otherwise. */
function decodeHtml(bytes: Uint8Array): string | undefined {
  const decoded = decode(bytes);
  if (!decoded || decoded.undecodable === 0) return decoded?.text;
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1];
  if (!label) return decoded.text;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return decoded.text;
  }
}

async function htmlToText(html: string, limits: ReadLimits): Promise<ReadText | Unreadable> {
  const { load } = await import('cheerio/slim');
  const page = load(html);
  const root = page.root().get(0) as unknown as PageNode;
  const whole = render(root, limits.characters);
  let text = render(root, limits.characters, findLinkLists(root));
  for (const selector of isDeep(root) ? [] : ARTICLES) {
    const found = page(selector);
    if (found.length !== 1) continue;
    const article = render(found.get(0) as unknown as PageNode, limits.characters);
    if (article.length < SHORTEST_ARTICLE || article.length < whole.length * LEAST_ARTICLE) continue;
    // What stands before the article holds its title, date and issuer.
    const at = whole.indexOf(article.slice(0, 40));
    text = at < 0 ? article : text.slice(0, Math.max(0, text.indexOf(article.slice(0, 40)))) + article;
    break;
  }
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(html)?.[1] ?? '';
  const facts = readPageFacts(statementsOf(root), title, whole.split('\n'));
  return { text, format: 'plain', originalIsText: false, problems: [], ...facts };
}

/** The content of the `<meta>` elements by lower-case name; of several of one name the first. */
function statementsOf(root: PageNode): Map<string, string> {
  const statements = new Map<string, string>();
  const stack: PageNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.name === 'meta') {
      const name = (node.attribs?.name ?? node.attribs?.property ?? node.attribs?.itemprop ?? '').toLowerCase();
      const content = node.attribs?.content;
      if (name !== '' && content !== undefined && !statements.has(name)) statements.set(name, content);
    }
    for (let i = (node.children?.length ?? 0) - 1; i >= 0; i--) stack.push(node.children![i]!);
  }
  return statements;
}

function isDeep(root: PageNode): boolean {
  const stack: [PageNode, number][] = [[root, 0]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, depth] = top;
    if (depth > DEEPEST) return true;
    for (const child of node.children ?? []) stack.push([child, depth + 1]);
  }
  return false;
}

/** The text of a node with line breaks around blocks, `without` some elements. Without recursion: pages can be nested arbitrarily deep. O(nodes). */
function render(root: PageNode, limit: number, without: ReadonlySet<PageNode> = new Set()): string {
  const parts: string[] = [];
  let length = 0;
  const stack: (PageNode | string)[] = [root];
  while (stack.length > 0 && length <= limit) {
    const node = stack.pop()!;
    if (typeof node === 'string') {
      parts.push(node);
      continue;
    }
    if (node.type === 'text') {
      const data = (node.data ?? '').replace(/[ \t\r\n]+/g, ' ');
      parts.push(data);
      length += data.length;
      continue;
    }
    if (node.type === 'comment' || (node.name !== undefined && DROPPED.has(node.name)) || without.has(node)) continue;
    if (node.name === 'br') {
      parts.push('\n');
      continue;
    }
    const block = node.name !== undefined && BLOCKS.has(node.name);
    if (block) parts.push('\n');
    if (block || (node.name !== undefined && CELLS.has(node.name))) stack.push(block ? '\n' : ' ');
    const children = node.children ?? [];
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!);
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The bytes of the first text/html part of a MIME message. */
function firstHtmlPart(message: string): Uint8Array | undefined {
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(message.slice(0, 4096))?.[1];
  const parts = boundary ? message.split(`--${boundary}`) : [message];
  for (const part of parts) {
    const split = /\r?\n\r?\n/.exec(part);
    if (!split) continue;
    const head = part.slice(0, split.index);
    if (!/content-type:\s*text\/html/i.test(head)) continue;
    const body = part.slice(split.index + split[0].length);
    if (/content-transfer-encoding:\s*quoted-printable/i.test(head)) return quotedPrintable(body);
    if (/content-transfer-encoding:\s*base64/i.test(head)) return bytesOf(Buffer.from(body, 'base64'));
    return bytesOf(Buffer.from(body, 'latin1'));
  }
  return undefined;
}

function quotedPrintable(body: string): Uint8Array {
  const joined = body.replace(/=\r?\n/g, '');
  const decoded = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return bytesOf(Buffer.from(decoded, 'latin1'));
}

function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
