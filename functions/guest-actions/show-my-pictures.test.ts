import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, demoEvent, type World } from "../line-worker/in-memory-world.ts";
import { receivePhoto } from "../line-worker/photos/receive-photo.ts";
import { unsendPhoto } from "../line-worker/photos/withdraw-photo.ts";
import { copyKeysOf } from "../shared/picture-keys.ts";
import type { PictureAddresses } from "../shared/ports/picture-addresses.ts";
import { showMyPictures } from "./show-my-pictures.ts";

const { eventId } = demoEvent;
const hanako = "U".padEnd(33, "a");
const ken = "U".padEnd(33, "b");
const pictures: PictureAddresses = { addressesOf: copyKeysOf };

let world: World;
beforeEach(async () => {
  world = createWorld();
  await receivePhoto(world.ports, world.addPhoto("1", [90]));
  await receivePhoto(world.ports, world.addPhoto("2", []));
  await receivePhoto(world.ports, world.addPhoto("3", [80], ken));
});

const guestOf = (photoId: string): string =>
  [...world.store.photos.values()].find((photo) => photo.photoId === photoId)?.guestId ?? "none";
const show = (photoIds: readonly string[]) =>
  showMyPictures({ store: world.ports.store, pictures }, { eventId, guestId: guestOf("1") }, photoIds);

describe("P9: the own pictures", () => {
  it("are addressed below the session's own guest, each once, shown or not", async () => {
    const below = `copies/${eventId}/${guestOf("1")}`;
    expect(await show(["2", "1", "2"])).toEqual([
      { photoId: "2", display: `${below}/2.jpg`, thumbnail: `${below}/2-s.jpg` },
      { photoId: "1", display: `${below}/1.jpg`, thumbnail: `${below}/1-s.jpg` },
    ]);
  });

  it("are nobody else's, and none of what does not exist", async () => {
    expect(await show(["3", "4", "../1", ""])).toEqual([]);
  });

  it("are none of a photo that was taken back", async () => {
    await unsendPhoto(world.ports, {
      kind: "unsend",
      photoId: "1",
      lineUserId: hanako,
      sentAt: world.now,
    });
    expect(await show(["1", "2"])).toMatchObject([{ photoId: "2" }]);
    // Also where the row still tells how large the picture was.
    const [key, photo] = [...world.store.photos].find(([, { photoId }]) => photoId === "2") ?? [];
    if (key === undefined || photo === undefined) throw new Error("no photo");
    world.store.photos.set(key, { ...photo, state: "removed" });
    expect(await show(["2"])).toEqual([]);
  });

  it("are none where nothing could be read", async () => {
    const [key, photo] = [...world.store.photos].find(([, { photoId }]) => photoId === "2") ?? [];
    if (key === undefined || photo === undefined) throw new Error("no photo");
    const { width: _, height: __, ...unread } = photo;
    world.store.photos.set(key, unread);
    expect(await show(["2"])).toEqual([]);
  });

  it("are asked for by fifty", async () => {
    const ids = Array.from({ length: 51 }, (_, at) => String(at));
    expect(await show(ids)).toMatchObject({ refused: "BadInput" });
    expect(await show(ids.slice(1))).toHaveLength(2);
  });
});
