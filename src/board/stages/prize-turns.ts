import type { PhotoOnScreen } from "#domain/board";
import type { StageAward } from "#domain/stage";

/** How long each prize, and the words of thanks after the last one, have the card. */
export const PRIZE_MS = 9_000;

export interface Prize {
  readonly award: StageAward;
  readonly photo: PhotoOnScreen;
}

/** G10: the prizes that can be given: their photos are still shown. */
export function prizesOf(
  awards: readonly StageAward[],
  photos: { get(photoId: string): PhotoOnScreen | undefined },
): readonly Prize[] {
  return awards.flatMap((award) => {
    const photo = photos.get(award.photoId);
    return photo === undefined || photo.guestId !== award.guestId ? [] : [{ award, photo }];
  });
}

/** Whose turn it is at a time of the server's clock, on every screen the same; undefined: the words of thanks. */
export function prizeAt(prizes: readonly Prize[], serverMs: number): Prize | undefined {
  return prizes[Math.floor(serverMs / PRIZE_MS) % (prizes.length + 1)];
}
