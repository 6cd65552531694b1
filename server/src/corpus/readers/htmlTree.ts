/** The tree of a parsed web page, as far as it is looked at. */

export interface PageNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly PageNode[];
}

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'p div li ul ol tr table section article blockquote h1 h2 h3 h4 h5 h6 hr dd dt dl center main pre figure figcaption caption'.split(
    ' ',
  ),
);

/** Elements that hold no text of the page. */
export const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript template nav header footer aside iframe form button select svg object head'.split(' '),
);
