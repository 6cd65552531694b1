/**
 * Finds the lists of links of a web page: menus, related articles, footers. A block is one when most of its text is in
 * links and it stands outside the article, which is the smallest block that holds all paragraphs of running text.
 */
import { isBodyLine } from '../clean/lines';
import { BLOCKS, DROPPED, type PageNode } from './htmlTree';

const FEWEST_LINKS = 3;
/** Of its text, so much is in links. */
const LINKED = 0.7;
/** Pages with less running text are lists themselves. */
const SHORTEST_ARTICLE = 200;

/** What is known of an element when everything in it has been seen. */
interface Weight {
  /** Characters that are no white space. */
  text: number;
  linked: number;
  links: number;
  /** Characters of running text outside links. */
  running: number;
}

/** The elements to leave out, none inside another. O(nodes). */
export function findLinkLists(root: PageNode): ReadonlySet<PageNode> {
  const weights = weigh(root);
  const lists = new Set<PageNode>();
  const total = weights.get(root)!.running;
  if (total < SHORTEST_ARTICLE) return lists;
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of node.children ?? []) {
      const weight = weights.get(child);
      if (!weight) continue;
      if (isLinkList(weight)) lists.add(child);
      // Inside the article everything is text, its links too.
      else if (weight.running === 0 || weight.running < total || holdsAll(child, weights, total)) stack.push(child);
    }
  }
  return lists;
}

function isLinkList({ text, linked, links, running }: Weight): boolean {
  return running === 0 && links >= FEWEST_LINKS && linked >= text * LINKED;
}

/** Whether one child alone holds all running text, so that the article is further down. */
function holdsAll(node: PageNode, weights: ReadonlyMap<PageNode, Weight>, total: number): boolean {
  return (node.children ?? []).some((child) => weights.get(child)?.running === total);
}

/** Without recursion: pages can be nested arbitrarily deep. */
function weigh(root: PageNode): Map<PageNode, Weight> {
  const weights = new Map<PageNode, Weight>();
  const stack: { node: PageNode; next: number; inLink: boolean; direct: string; weight: Weight }[] = [];
  const open = (node: PageNode, inLink: boolean) => {
    const weight = { text: 0, linked: 0, links: node.name === 'a' ? 1 : 0, running: 0 };
    stack.push({ node, next: 0, inLink: inLink || node.name === 'a', direct: '', weight });
  };
  open(root, false);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.node.children?.[top.next++];
    if (child) {
      if (child.type === 'text') {
        const data = (child.data ?? '').replace(/\s+/g, '');
        top.weight.text += data.length;
        if (top.inLink) top.weight.linked += data.length;
        else top.direct += data;
      } else if (child.name === 'br') {
        endParagraph(top);
      } else if (child.type !== 'comment' && !DROPPED.has(child.name ?? '')) {
        if (child.name !== undefined && BLOCKS.has(child.name)) endParagraph(top);
        open(child, top.inLink);
      }
      continue;
    }
    stack.pop();
    const isBlock = top.node.name === undefined || BLOCKS.has(top.node.name);
    if (isBlock) endParagraph(top);
    weights.set(top.node, top.weight);
    const parent = stack.at(-1);
    if (!parent) break;
    parent.direct += top.direct;
    parent.weight.text += top.weight.text;
    parent.weight.linked += top.weight.linked;
    parent.weight.links += top.weight.links;
    parent.weight.running += top.weight.running;
  }
  return weights;
}

function endParagraph(element: { direct: string; weight: Weight }): void {
  if (isBodyLine(element.direct)) element.weight.running += element.direct.length;
  element.direct = '';
}
