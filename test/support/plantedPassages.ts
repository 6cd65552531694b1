/** Drafts with planted passages: real background text into which edited passages of source documents are put. */
import { type EditKind, editedPassage } from './editedPassages';

/** A planted passage, in UTF-16 code units of the draft. */
export interface Plant {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  /** Share of the passage's characters that were edited. */
  readonly edits: number;
  /** Of one kind; absent: words of any kind were changed. */
  readonly kind?: EditKind;
}

export interface PlantedDraft {
  readonly text: string;
  readonly plants: readonly Plant[];
}

/** Whole numbers from 0 up to but not including `below`, the same for the same seed. */
export type Random = (below: number) => number;

/** A small generator of reproducible numbers (mulberry32). */
export function randomNumbers(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export interface PlantOptions {
  /** Kinds of edits, one of which each passage gets; none: words of any kind are changed. */
  readonly kinds?: readonly EditKind[];
  /** Whether a passage may be planted as it stands in its source. */
  readonly accepts?: (passage: string) => boolean;
}

/** Puts a passage of every source document named into a paragraph break of the background. */
export function plant(
  background: string,
  sources: readonly (readonly [path: string, text: string])[],
  edits: readonly number[],
  random: Random,
  { kinds = [], accepts = () => true }: PlantOptions = {},
): PlantedDraft {
  const paragraphs = background.split('\n').filter((line) => line.trim() !== '');
  const inserted = new Map<number, Pick<Plant, 'path' | 'edits' | 'kind'> & { words: string }>();
  for (const [i, [path, text]] of sources.entries()) {
    const passage = passageOf(text, random);
    const share = edits[i % edits.length]!;
    if (passage === undefined || !accepts(passage)) continue;
    const kind = kinds.length > 0 ? kinds[random(kinds.length)]! : undefined;
    const words = kind ? editedPassage(passage, share, kind, random) : edited(passage, share, random);
    inserted.set(1 + random(paragraphs.length - 1), { words, path, edits: share, ...(kind && { kind }) });
  }
  const plants: Plant[] = [];
  let text = '';
  for (const [i, paragraph] of paragraphs.entries()) {
    const insertion = inserted.get(i);
    if (insertion) {
      const { words, ...plant } = insertion;
      plants.push({ start: text.length, end: text.length + words.length, ...plant });
      text += `${words}\n`;
    }
    text += `${paragraph}\n`;
  }
  return { text, plants };
}

/** 60 to 400 characters of whole sentences, from one paragraph. */
function passageOf(text: string, random: Random): string | undefined {
  const paragraphs = text.split('\n').filter((line) => line.length >= 120);
  if (paragraphs.length === 0) return undefined;
  const paragraph = paragraphs[random(paragraphs.length)]!.trim();
  const sentences = paragraph.match(/[^。！？]+[。！？]”?/g) ?? [];
  let words = '';
  for (let i = random(Math.max(1, sentences.length - 3)); i < sentences.length && words.length < 60 + random(300); i++)
    words += sentences[i];
  return words.length >= 60 && words.length <= 500 ? words : undefined;
}

/** Words are replaced, left out and put in, and clauses change places from 10 % on. */
function edited(words: string, share: number, random: Random): string {
  let units = [...words];
  let left = Math.round(units.length * share);
  while (left > 0) {
    const size = Math.min(left, 1 + random(3));
    const at = random(units.length - size);
    const kind = random(4);
    const filler = Array.from({ length: size }, () => units[random(units.length)]!);
    if (kind === 0) units.splice(at, size);
    else if (kind === 1) units.splice(at, 0, ...filler);
    else units.splice(at, size, ...filler);
    left -= size;
  }
  if (share >= 0.1) units = [...swappedClauses(units.join(''), random)];
  return units.join('').replace(/^[，。、；：]+/, '');
}

function swappedClauses(words: string, random: Random): string {
  const clauses = words.split('，');
  if (clauses.length < 3) return words;
  const at = random(clauses.length - 2);
  [clauses[at], clauses[at + 1]] = [clauses[at + 1]!, clauses[at]!];
  return clauses.join('，');
}
