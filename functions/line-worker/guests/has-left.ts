import type { Guest } from "../../shared/ports/ceremony-store.ts";

/** K6: whether what a guest sent then, by LINE's time stamp, is not taken any more. */
export function hasLeft(guest: Pick<Guest, "leftAt"> | undefined, sentAt: number): boolean {
  return guest?.leftAt !== undefined && sentAt <= guest.leftAt;
}
