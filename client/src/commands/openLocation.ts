/** Opens a place in a source beside the draft: what links in hovers call. Not in the command palette. */
import { isPassageLocation, openPassage } from '../openPassage';

/** Takes `{uri, range}`; anything else is ignored, since a link can carry anything. */
export async function openLocation(place: unknown): Promise<void> {
  if (isPassageLocation(place)) {
    await openPassage(place);
  }
}
