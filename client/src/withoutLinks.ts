/** Takes the links out of a message. */

/**
 * The editor makes links of `[words](command:…)` in a message, and a click runs the command, whichever it is. A name or
 * a text from elsewhere must not become one: what would be a link is shown as it is written, with a blank in it.
 */
export function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}
