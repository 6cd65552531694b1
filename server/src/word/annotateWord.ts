/** Writes comments into a copy of a Word file: everything else, its own comments included, stays as it is. */
import { BODY_PART, elements, type TextPiece, type WordDocument } from './wordDocument';

/** A comment on a stretch of the document's text, in UTF-16 code units. */
export interface WordComment {
  readonly start: number;
  readonly end: number;
  /** A paragraph each. */
  readonly lines: readonly string[];
}

const COMMENTS_PART = 'word/comments.xml';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const AUTHOR = '执笔';
const INITIALS = '执笔';

/** The bytes of the copy. `date`: ISO 8601, when the comments were made. O(document + comments). */
export async function annotateWord(
  document: WordDocument,
  comments: readonly WordComment[],
  date: string,
): Promise<Uint8Array> {
  const { XMLSerializer } = await import('@xmldom/xmldom');
  const serialize = (xml: Document) => new XMLSerializer().serializeToString(xml);
  const { zip, body } = document;
  const list = await openComments(document);
  const root = list.documentElement!;
  let id = Math.max(
    -1,
    ...elements(root).map((comment) => Number(comment.getAttributeNS(root.namespaceURI, 'id')) || 0),
  );
  const anchors = new Anchors(body, document.pieces);
  for (const comment of [...comments].sort((a, b) => a.start - b.start)) {
    if (!anchors.add(++id, comment)) continue;
    root.appendChild(commentElement(list, id, comment, date));
  }
  anchors.write();
  const keep = { createFolders: false };
  zip.file(BODY_PART, serialize(body), keep);
  zip.file(COMMENTS_PART, serialize(list), keep);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The list of comments; where the file has none, a new one that the file is told of. */
async function openComments({ zip, body }: WordDocument): Promise<Document> {
  const { DOMParser, XMLSerializer } = await import('@xmldom/xmldom');
  const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml');
  const there = zip.file(COMMENTS_PART);
  if (there) return parse(await there.async('string'));
  const namespace = body.documentElement!.namespaceURI!;
  const add = async (
    part: string,
    fallBack: string,
    isThere: (element: Element) => boolean,
    tag: string,
    attributes: Record<string, string>,
  ) => {
    const file = zip.file(part);
    const xml = parse(file ? await file.async('string') : fallBack);
    const parent = xml.documentElement!;
    if (elements(parent).some(isThere)) return;
    const element = xml.createElementNS(parent.namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.appendChild(element);
    zip.file(part, new XMLSerializer().serializeToString(xml), { createFolders: false });
  };
  const isStrict = namespace.includes('purl.oclc.org');
  const base = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  await add(
    'word/_rels/document.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    (element) => element.getAttribute('Target') === 'comments.xml',
    'Relationship',
    { Id: 'zhibiComments', Type: `${base}/comments`, Target: 'comments.xml' },
  );
  await add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    (element) => element.getAttribute('PartName') === `/${COMMENTS_PART}`,
    'Override',
    { PartName: `/${COMMENTS_PART}`, ContentType: CONTENT_TYPE },
  );
  return parse(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"/>`);
}

function commentElement(list: Document, id: number, { lines }: WordComment, date: string): Element {
  const make = maker(list);
  const comment = make('comment', { id: String(id), author: AUTHOR, initials: INITIALS, date });
  for (const line of lines) {
    const text = make('t');
    // What XML cannot hold is left out.
    text.appendChild(list.createTextNode(line.replace(/[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')));
    text.setAttribute('xml:space', 'preserve');
    const run = make('r');
    run.appendChild(text);
    const paragraph = make('p');
    paragraph.appendChild(run);
    comment.appendChild(paragraph);
  }
  return comment;
}

/** Makes elements in the namespace and with the prefix of a document's own. */
function maker(xml: Document): (name: string, attributes?: Readonly<Record<string, string>>) => Element {
  const { namespaceURI, prefix } = xml.documentElement!;
  return (name, attributes = {}) => {
    const element = xml.createElementNS(namespaceURI, prefix ? `${prefix}:${name}` : name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttributeNS(namespaceURI, `${prefix || 'w'}:${key}`, value);
    }
    return element;
  };
}

interface Mark {
  readonly offset: number;
  readonly piece: TextPiece;
  readonly isEnd: boolean;
  readonly id: number;
}

/** The marks of comments in the body: collected first, written from the end, so that cut runs stay where they were. */
class Anchors {
  readonly #make: ReturnType<typeof maker>;
  readonly #marks: Mark[] = [];

  constructor(
    body: Document,
    private readonly pieces: readonly TextPiece[],
  ) {
    this.#make = maker(body);
  }

  /** False where the document has no text there. */
  add(id: number, { start, end }: WordComment): boolean {
    const covered = this.pieces.filter((piece) => piece.end > start && piece.start < Math.max(end, start + 1));
    const [first, last] = [covered[0], covered.at(-1)];
    if (!first || !last) return false;
    this.#marks.push({ offset: Math.max(start, first.start), piece: first, isEnd: false, id });
    this.#marks.push({ offset: Math.min(Math.max(end, start + 1), last.end), piece: last, isEnd: true, id });
    return true;
  }

  write(): void {
    const byPiece = new Map<TextPiece, Mark[]>();
    for (const mark of this.#marks) byPiece.set(mark.piece, [...(byPiece.get(mark.piece) ?? []), mark]);
    // Pieces from the last to the first: those before in the same run keep their run when it is cut behind them.
    for (const piece of [...this.pieces].reverse()) {
      const marks = byPiece.get(piece);
      if (!marks) continue;
      for (const mark of marks.sort((a, b) => b.offset - a.offset || Number(b.isEnd) - Number(a.isEnd))) {
        if (mark.isEnd) this.#insertEnd(mark.piece, mark.offset, mark.id);
        else this.#insertStart(mark.piece, mark.offset, mark.id);
      }
    }
  }

  #insertStart({ run, element, start }: TextPiece, offset: number, id: number): void {
    const mark = this.#make('commentRangeStart', { id: String(id) });
    const at = element ? this.#cut(run, element, offset - start) : run;
    run.parentNode!.insertBefore(mark, at);
  }

  #insertEnd({ run, element, start, end }: TextPiece, offset: number, id: number): void {
    let after: ChildNode | null = run.nextSibling;
    if (element) after = offset < end ? this.#cut(run, element, offset - start) : this.#cutAfter(run, element);
    const parent = run.parentNode!;
    const reference = this.#make('r');
    reference.appendChild(this.#make('commentReference', { id: String(id) }));
    parent.insertBefore(this.#make('commentRangeEnd', { id: String(id) }), after);
    parent.insertBefore(reference, after);
  }

  /** Cuts a run before the character `at` of its text element; answers the run that begins there. */
  #cut(run: Element, element: Element, at: number): Element {
    if (at > 0 && element.localName === 't') {
      const words = element.textContent ?? '';
      const rest = element.cloneNode(true) as Element;
      element.textContent = words.slice(0, at);
      rest.textContent = words.slice(at);
      for (const part of [element, rest]) part.setAttribute('xml:space', 'preserve');
      run.insertBefore(rest, element.nextSibling);
      return this.#moveFrom(run, rest);
    }
    return this.#isFirst(run, element) ? run : this.#moveFrom(run, element);
  }

  /** What follows the run once it ends behind `element`. */
  #cutAfter(run: Element, element: Element): Element | null {
    const next = elementAfter(element);
    if (next) this.#moveFrom(run, next);
    return run.nextSibling as Element | null;
  }

  #isFirst(run: Element, element: Element): boolean {
    return elements(run).find(({ localName }) => localName !== 'rPr') === element;
  }

  /** Moves an element of a run and what follows it into a run of its own behind it, of the same look. */
  #moveFrom(run: Element, first: Element): Element {
    const rest = run.cloneNode(false) as Element;
    const look = elements(run).find(({ localName }) => localName === 'rPr');
    if (look) rest.appendChild(look.cloneNode(true));
    for (let node: typeof run.firstChild = first; node; ) {
      const next: typeof run.firstChild = node.nextSibling;
      rest.appendChild(node);
      node = next;
    }
    run.parentNode!.insertBefore(rest, run.nextSibling);
    return rest;
  }
}

function elementAfter(element: Element): Element | undefined {
  for (let node = element.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) return node as Element;
  }
  return undefined;
}
