import { bannedWordsIn } from "./banned-word.ts";
import { displayNameOf } from "./display-name.ts";

/** How a guest is called, and the name that waits for a host's decision. */
export interface GuestName {
  readonly displayName: string;
  /** Missing while nothing is held back. */
  readonly heldName?: string;
}

/** N1, N2: how the event calls a guest of this name; `placeholder` is its word for a guest. */
export function guestNameUnder(
  nameWords: readonly string[],
  name: string | undefined,
  placeholder: string,
): GuestName {
  const displayName = displayNameOf(name, placeholder);
  const isHeld = displayName !== placeholder && bannedWordsIn([displayName], nameWords).length > 0;
  return isHeld ? { displayName: placeholder, heldName: displayName } : { displayName };
}

/** N2, N3: whether a host still has to decide about the name. */
export function isNameHeld(guest: {
  readonly heldName: string | null;
  readonly isNamedByHost: boolean;
}): boolean {
  return guest.heldName !== null && !guest.isNamedByHost;
}
