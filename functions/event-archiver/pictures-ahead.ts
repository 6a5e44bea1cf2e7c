import type { CeremonyStore, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { ArchiverPorts } from "./archiver-ports.ts";
import type { HeldPart } from "./hold-part.ts";
import { isTakenAway, photosOfTerm } from "./photos-of-term.ts";
import { pictureOf } from "./picture-of.ts";

/** One that is asked for takes about 50 ms to come: so many on their way keep the line busy. */
const MOST_AHEAD = 8;
/** The largest photos that LINE takes have 10 MB. */
const MOST_BYTES_AHEAD = 40_000_000;

export interface TakenPicture {
  readonly photo: StoredPhoto;
  /** Missing: there is none. */
  readonly content?: Uint8Array;
}

type Ports = Pick<ArchiverPorts, "store" | "archives">;

/**
 * The photos of a part with their pictures, in their order. A few are on their way while one is being packed; when this
 * ends early, it waits for them.
 */
export async function* picturesAhead(ports: Ports, held: HeldPart): AsyncGenerator<TakenPicture> {
  const { eventId, part, report } = held;
  const ahead: { readonly bytes: number; readonly taken: Promise<TakenPicture | undefined> }[] = [];
  const bytesAhead = (): number => ahead.reduce((all, { bytes }) => all + bytes, 0);
  try {
    for await (const photo of photosOfTerm(ports.store, eventId, part)) {
      const bytes = photo.sizeBytes ?? 0;
      while (ahead.length === MOST_AHEAD || (ahead.length > 0 && bytesAhead() + bytes > MOST_BYTES_AHEAD))
        yield* first(ahead);
      const taken = take(ports, photo, pictureOf(photo, report.images));
      // Said when it is its turn, or by what went wrong before it.
      taken.catch(() => {});
      ahead.push({ bytes, taken });
    }
    while (ahead.length > 0) yield* first(ahead);
  } finally {
    await Promise.allSettled(ahead.map(({ taken }) => taken));
  }
}

async function* first(
  ahead: { readonly taken: Promise<TakenPicture | undefined> }[],
): AsyncGenerator<TakenPicture> {
  const picture = await ahead[0]?.taken;
  ahead.shift();
  if (picture !== undefined) yield picture;
}

/** X3: the list may be behind: what has no picture is looked at once more, `undefined` if it was taken back. */
async function take(
  { store, archives }: Ports,
  photo: StoredPhoto,
  key: string | undefined,
): Promise<TakenPicture | undefined> {
  if (key === undefined)
    return isStillThere(store, photo).then((isThere) => (isThere ? { photo } : undefined));
  try {
    return { photo, content: await archives.stored(key) };
  } catch (error) {
    if (await isStillThere(store, photo)) throw error;
    return undefined;
  }
}

async function isStillThere(store: Pick<CeremonyStore, "photo">, photo: StoredPhoto): Promise<boolean> {
  const { eventId, guestId, photoId } = photo;
  const now = await store.photo({ eventId, guestId, photoId });
  return now !== undefined && isTakenAway(now);
}
