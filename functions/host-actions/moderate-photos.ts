import { type HostWord, hostWords } from "#domain/moderation";
import type { PhotoKey, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { decidePhotos, type PhotoWord } from "./decide-photos.ts";
import type { HostAction, RefusedChoice } from "./host-action.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import type { Order } from "./trail.ts";

/** A photo that a host saw, and how many decisions about it. */
export interface PhotoChoice {
  readonly guestId: string;
  readonly photoId: string;
  readonly seen: number;
}

/** Of one call: more would not end in time. */
const MOST_PHOTOS = 100;

/** M6, M8: shows photos, hides them or takes the hosts' word back (`rules`), each unless another host was quicker. */
export async function moderatePhotos(
  ports: HostPorts,
  order: Order,
  says: string,
  photos: readonly PhotoChoice[],
): Promise<HostAction | Refusal> {
  const word = hostWords.find((known) => known === says);
  if (word === undefined && says !== "rules")
    return { refused: "BadInput", words: "says: show, hide or rules" };
  if (photos.length === 0 || photos.length > MOST_PHOTOS)
    return { refused: "BadInput", words: `photos: 1 to ${MOST_PHOTOS}` };
  const wishes = photos.map((choice) => ({
    key: { eventId: order.eventId, guestId: choice.guestId, photoId: choice.photoId },
    says: word,
    isStill: (photo: StoredPhoto) => (photo.decision?.count ?? 0) === choice.seen,
  }));
  const looked = await Promise.all(wishes.map(async (wish) => lookAt(ports, wish)));
  return decidePhotos(
    ports,
    order,
    looked.flatMap((one) => ("word" in one ? [one.word] : [])),
    looked.flatMap((one) => ("refused" in one ? [one.refused] : [])),
  );
}

/** A host's wish about a photo, if it is still what the host saw. */
export interface PhotoWish {
  readonly key: PhotoKey;
  /** Undefined: as the rules have it. */
  readonly says: HostWord | undefined;
  readonly isStill: (photo: StoredPhoto) => boolean;
}

/** What is to be decided about one photo, or why nothing can be. */
export async function lookAt(
  { hosts }: Pick<HostPorts, "hosts">,
  { key, says, isStill }: PhotoWish,
): Promise<{ readonly word: PhotoWord } | { readonly refused: RefusedChoice }> {
  const refuse = (why: RefusedChoice["why"]) => ({ refused: { id: key.photoId, why } });
  const photo = await hosts.photo(key);
  if (photo === undefined || photo.state === "removed") return refuse("gone");
  if (!isStill(photo)) return refuse("changed");
  if (says === "show" && photo.width === undefined) return refuse("no-picture");
  const { reason } = photo;
  if (says === "show" && (reason === "banned" || reason === "off-screen")) return refuse(reason);
  return { word: { photo, says } };
}
