import { rank } from "#domain/ranking";
import { exportTableWords } from "#domain/words/export-tables";
import { BYTE_ORDER_MARK, csvLine } from "./csv.ts";
import type { TableSource } from "./tables-of.ts";

/** X6: `guests.csv`, in the event's language; those with a place first, the best first. */
export async function* guestTable({ event, told }: TableSource): AsyncGenerator<string> {
  const { guests: words, yes } = exportTableWords[event.language];
  yield (
    BYTE_ORDER_MARK +
      csvLine([
        words.place,
        words.name,
        words.reading,
        words.points,
        words.photos,
        words.language,
        words.isExcluded,
        words.isOffScreen,
        words.isBanned,
        words.guestId,
      ])
  );
  const ranked = rank(
    told.guests.flatMap(({ rankKey, score, ...guest }) =>
      rankKey === undefined || score === undefined ? [] : [{ ...guest, rankKey, score }],
    ),
  );
  const others = told.guests.filter(({ rankKey, score }) => rankKey === undefined || score === undefined);
  const said = (is: boolean): string | undefined => (is ? yes : undefined);
  for (const guest of [...ranked, ...others.map((other) => ({ ...other, place: undefined }))])
    yield csvLine([
      guest.place,
      guest.displayName,
      guest.reading,
      guest.score,
      told.photosOf.get(guest.guestId) ?? 0,
      guest.language,
      said(guest.isExcluded),
      said(guest.isOffScreen),
      said(guest.bannedAt !== undefined),
      guest.guestId,
    ]);
}
