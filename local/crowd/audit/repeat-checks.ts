import { type Check, check } from "./check.ts";
import type { Evening, PhotoCase } from "./evening.ts";
import { grouped } from "#domain/grouped";
import { isRepeatOf } from "./repeats.ts";
import { refusalIn, type ToldResult } from "./told.ts";
import type { StoredPhoto } from "./world.ts";

type Kept = PhotoCase & { readonly row: StoredPhoto };

/** D1–D5 against what the crowd meant: what was sent again is found out, and nothing else is taken for it. */
export function repeatChecks({ world, photos }: Evening): readonly Check[] {
  const rows = new Map(world.photos.map((row) => [row.photoId, row]));
  const kept = photos.flatMap(({ row, ...photo }): readonly Kept[] =>
    row === undefined || row.state === "removed" ? [] : [{ ...photo, row }],
  );
  const keptLooks = grouped(kept, ({ sent }) => sent.look ?? sent.photoId);
  const looks = new Map(photos.map(({ id, sent }) => [id, sent.look]));
  const sentAgain = kept.filter(
    (photo) =>
      photo.picture.fate === "shown" &&
      photo.hostSays === undefined &&
      isSentAgain(photo, keptLooks.get(photo.sent.look ?? "") ?? []),
  );
  return [
    check("what is sent again is a duplicate", sentAgain, ({ id, row }) =>
      row.reason === "duplicate" ? undefined : `${id}: ${row.state} ${row.reason}`,
    ),
    check(
      "nothing else is one",
      kept.filter(({ row }) => row.duplicateOf !== undefined),
      ({ id, row, sent }) => {
        const original = rows.get(row.duplicateOf ?? "");
        if (original === undefined || !isRepeatOf(row, original)) return `${id} of ${row.duplicateOf}`;
        // Of an earlier crowd's pictures nobody here knows what they looked like.
        const look = looks.get(original.photoId) ?? sent.look;
        return look === sent.look ? undefined : `${id} of ${original.photoId}`;
      },
    ),
    check(
      "each refusal says why",
      kept.filter(({ hostSays }) => hostSays === undefined),
      (photo) => wrongRefusal(photo, photos),
    ),
  ];
}

/** D1, D2, D5: the same picture was there before, the guest's own or in the same bytes. */
function isSentAgain({ id, row, sent }: Kept, ofLook: readonly Kept[]): boolean {
  return ofLook.some(
    (other) =>
      (other.row.guestId === row.guestId || other.sent.contentHash === sent.contentHash) &&
      (other.row.sentAt < row.sentAt || (other.row.sentAt === row.sentAt && other.id < id)),
  );
}

/** A sentence instead of a card fits what became of the photo, or what it was until something was taken back. */
function wrongRefusal({ id, row, sent, told }: Kept, photos: readonly PhotoCase[]): string | undefined {
  const why = told.flatMap((result) => refusalIn(result) ?? []);
  const wasRepeat = (): boolean =>
    photos.some((other) => other.id !== id && (other.sent.look ?? sent.look) === sent.look);
  const isRight = (reason: string): boolean =>
    row.reason === reason || (reason === "duplicate" && wasRepeat());
  const isCard = ({ words }: ToldResult): boolean => /\d+\.\dpt/.test(words);
  if (why.every(isRight) && told.every((result) => isCard(result) || refusalIn(result) !== undefined))
    return undefined;
  return `${id} (${row.state} ${row.reason}) was told ${why.join()}`;
}
