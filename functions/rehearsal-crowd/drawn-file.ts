import type { CrowdPlan, PlannedPhoto } from "#domain/crowd/crowd-plan";
import type { RehearsalProgress } from "#domain/rehearsal-progress";
import { planRehearsal } from "#domain/rehearsal";
import type { CrowdPorts } from "./crowd-ports.ts";
import { drawnPictures } from "./drawn-pictures.ts";
import { asJpeg, inAnotherLight, type OpenPicture, openPicture, savedAnew } from "./in-another-light.ts";

/** H5 */
export const planOf = ({ rehearsalId, guests, photos, minutes }: RehearsalProgress): CrowdPlan =>
  planRehearsal(rehearsalId, { guests, photos, minutes }, drawnPictures);

/** The name of a photo's file: photos that are the same are one. */
export const fileName = ({ look, isSavedAnew }: PlannedPhoto): string =>
  isSavedAnew ? `${look}-anew` : `${look}`;

export const pictureNumber = ({ picture }: PlannedPhoto): number =>
  drawnPictures.findIndex(({ name }) => name === picture);

/** Each file of a plan once, by one of its photos. */
export function filesOf({ acts }: CrowdPlan): readonly PlannedPhoto[] {
  const photos = acts.flatMap((act) => (act.kind === "photos" ? act.photos : []));
  return [...new Map(photos.map((photo) => [fileName(photo), photo])).values()];
}

const AT_ONCE = 8;

/** Draws the next files for so long; gives back how many are drawn then. */
export async function drawFiles(
  { files, draw, clock }: Pick<CrowdPorts, "files" | "draw" | "clock">,
  { rehearsalId, drawn }: RehearsalProgress,
  plan: CrowdPlan,
  forMs: number,
): Promise<number> {
  const all = filesOf(plan);
  const endsAt = clock() + forMs;
  let next = drawn;
  while (next < all.length && clock() < endsAt) {
    const some = all.slice(next, next + AT_ONCE);
    await Promise.all(
      some.map((photo) => files.putPicture(rehearsalId, fileName(photo), draw(rehearsalId, photo))),
    );
    next += some.length;
  }
  return next;
}

const opened = new Map<string, OpenPicture>();

/** With the event's id: no two rehearsals send the same picture. */
export function drawFile(rehearsalId: string, { picture, look, isSavedAnew }: PlannedPhoto): Uint8Array {
  const drawn = drawnPictures.find(({ name }) => name === picture);
  if (drawn === undefined) throw new Error(`no picture is called ${picture}`);
  const open = opened.get(picture) ?? openPicture(drawn);
  opened.set(picture, open);
  const lit = inAnotherLight(open, `${rehearsalId} ${look}`);
  return isSavedAnew ? savedAnew(lit) : asJpeg(lit);
}
