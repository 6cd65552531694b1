/** What a web page states of its article in its head: title, day of publication, source. */

export interface PageFacts {
  readonly title?: string;
  /** As the page writes it: `2016-11-22 09:53`, `2019-09-07T13:43:45+08:00`. */
  readonly published?: string;
  readonly source?: string;
}

/** Elements that the content systems of government sites, newspapers and portals fill in, most telling first. */
const PUBLISHED = [
  'pubdate',
  'article:published_time',
  'weibo: article:create_at',
  'og:release_date',
  'publishdate',
  'datepublished',
];
const TITLE = ['articletitle'];
const SOURCE = ['contentsource'];

const DATE = /^\s*(?:19|20)\d{2}(?:[-/.]|年)\d{1,2}/;
const HAN = /[\u3400-\u9fff]/;
/** Shorter titles name a section of the site. */
const SHORTEST_TITLE = 8;
/** `…_政策_中国政府网`, `… - 人民日报`: the site's name behind the title. */
const SITE_SUFFIX = /\s*(?:[_|｜]|\s[-–—]\s|--).*$/;

/**
 * Reads what the head of a page states.
 * @param statements the content of its `<meta>` elements by lower-case name
 * @param title the content of its `<title>`
 * @param lines the lines of its text: what of the title is a line there is the title, what follows it is the site's name
 */
export function readPageFacts(
  statements: ReadonlyMap<string, string>,
  title: string,
  lines: readonly string[],
): PageFacts {
  const stated = (names: readonly string[], isRight: (value: string) => boolean) =>
    names.map((name) => statements.get(name)?.trim() ?? '').find(isRight);
  const own = stated(TITLE, (value) => HAN.test(value)) ?? withoutSite(title.trim(), lines);
  const published = stated(PUBLISHED, (value) => DATE.test(value));
  const source = stated(SOURCE, (value) => HAN.test(value) && value.length <= 40);
  return {
    ...(/[\u3400-\u9fff]{4}/.test(own) && { title: own }),
    ...(published && { published }),
    ...(source && { source }),
  };
}

/** O(lines + title). */
function withoutSite(title: string, lines: readonly string[]): string {
  const heading = headingOf(title, lines);
  return heading ?? title.replace(SITE_SUFFIX, '');
}

/** The longest line of the text that the title begins with, unless the title only goes on in the next line. */
function headingOf(title: string, lines: readonly string[]): string | undefined {
  const bare = title.replace(/\s/g, '');
  let longest = '';
  lines.forEach((line, i) => {
    if (line.length < Math.max(SHORTEST_TITLE, longest.length) || line.length > title.length) return;
    const key = line.replace(/\s/g, '');
    if (!HAN.test(line) || !bare.startsWith(key)) return;
    const rest = bare.slice(key.length);
    const next = lines[i + 1]?.replace(/\s/g, '') ?? '';
    if (rest !== '' && next.length > 1 && rest.startsWith(next)) return;
    longest = line;
  });
  return longest === '' ? undefined : longest;
}
