import type { BoardWitness, Testimony } from "../board-witness.ts";
import type { Phones } from "../phones.ts";
import type { Sent } from "../sent.ts";
import type { StackAddress } from "../stack-address.ts";
import type { Administrator } from "./administrator.ts";
import { privateCopiesOf } from "./file-checks.ts";
import { storedDeliveries, storedEvents, storedGuests, storedPhotos } from "./stored-shapes.ts";
import type { CdnAnswer, StoredPhoto, World } from "./world.ts";

export interface Sources {
  readonly address: StackAddress;
  readonly administrator: Administrator;
  readonly phones: Phones;
  readonly witness: BoardWitness;
}

/** Looks at everything, once nothing happens any more. */
export async function readWorld(sources: Sources, sent: Sent): Promise<World> {
  const { address, administrator, phones, witness } = sources;
  const events = storedEvents.parse(await administrator.rows("Event"));
  const event = events.find(({ eventId }) => eventId === address.eventId);
  if (event === undefined) throw new Error("the stack has lost its event");
  const photos = storedPhotos.parse(await administrator.rows("Photo"));
  const testimony = await witness.testify();
  const { visible, inFlight, delayed, dead } = await administrator.depths();
  return {
    event,
    guests: storedGuests.parse(await administrator.rows("Guest")),
    photos,
    deliveries: storedDeliveries.parse(await administrator.rows("Delivery")),
    objects: await administrator.objectKeys(),
    cdn: await askCdn(address.cdnUrl, photos, testimony),
    chats: await Promise.all(sent.guests.map(({ lineUserId }) => phones.chat(lineUserId))),
    testimony,
    waiting: visible + inFlight + delayed,
    deadLetters: dead,
  };
}

/** Every picture that was ever on the screen, and every original: what can anybody get of them? */
async function askCdn(
  cdnUrl: string,
  photos: readonly StoredPhoto[],
  { heard }: Testimony,
): Promise<readonly CdnAnswer[]> {
  const shown = photos.flatMap(({ state, image }) =>
    state === "shown" && image !== undefined ? [image] : [],
  );
  const seen = heard.flatMap(({ image }) => image ?? []);
  const images = [...new Set([...shown, ...seen])];
  const hidden = photos.flatMap((photo) => [
    ...(photo.original ? [photo.original] : []),
    ...privateCopiesOf(photo),
  ]);
  const keys = [...images.flatMap((image) => [`${image}.jpg`, `${image}-s.jpg`]), ...hidden];
  const answers: CdnAnswer[] = [];
  for (const key of keys) {
    const response = await fetch(`${cdnUrl}/${key}`);
    await response.arrayBuffer();
    answers.push({ key, status: response.status });
  }
  return answers;
}
