import { type Check, check } from "./check.ts";
import type { Evening } from "./evening.ts";
import type { CdnAnswer, StoredPhoto } from "./world.ts";

/** Where hosts find the copies of a photo. */
export function privateCopiesOf({ eventId, guestId, photoId, width }: StoredPhoto): readonly string[] {
  const name = `copies/${eventId}/${guestId}/${photoId}`;
  return width === undefined ? [] : [`${name}.jpg`, `${name}-s.jpg`];
}

/** Public copies exactly of what is shown, originals and private copies exactly of what is kept. */
export function fileChecks({ world }: Evening): readonly Check[] {
  const { photos, objects, cdn } = world;
  const copies = new Set(
    photos.flatMap(({ state, image }) =>
      state === "shown" && image !== undefined ? [`public/${image}.jpg`, `public/${image}-s.jpg`] : [],
    ),
  );
  const originals = new Set(photos.flatMap(({ original }) => original ?? []));
  const privateCopies = new Set(photos.flatMap(privateCopiesOf));
  const stored = new Set(objects);
  const isPublic = ({ key }: CdnAnswer): boolean => copies.has(`public/${key}`);
  return [
    check("each shown photo has its public copies", [...copies], (key) =>
      stored.has(key) ? undefined : key,
    ),
    check("each kept photo has its original", [...originals], (key) => (stored.has(key) ? undefined : key)),
    check("each kept picture has its private copies", [...privateCopies], (key) =>
      stored.has(key) ? undefined : key,
    ),
    check("no file is left over", objects, (key) =>
      copies.has(key) || originals.has(key) || privateCopies.has(key) ? undefined : key,
    ),
    check("the CDN serves what is shown", cdn.filter(isPublic), ({ key, status }) =>
      status === 200 ? undefined : `${key} ${status}`,
    ),
    check(
      "the CDN serves nothing else",
      cdn.filter((answer) => !isPublic(answer)),
      ({ key, status }) => (status === 403 || status === 404 ? undefined : `${key} ${status}`),
    ),
  ];
}
