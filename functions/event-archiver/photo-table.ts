import { labelName } from "#domain/words/label-name";
import { exportTableWords } from "#domain/words/export-tables";
import { timeZones } from "#domain/words/event-words";
import { hostQueueWords } from "#domain/words/host-queue";
import { photoReasons } from "#domain/photo";
import { wallTime } from "../shared/archive/file-names.ts";
import { BYTE_ORDER_MARK, csvLine } from "./csv.ts";
import type { TableSource } from "./tables-of.ts";
import type { ToldPhoto } from "./told-photo.ts";

/** X6: `photos.csv`, in the event's language. */
export async function* photoTable({ event, photos }: TableSource): AsyncGenerator<string> {
  const { language } = event;
  const words = exportTableWords[language].photos;
  yield (
    BYTE_ORDER_MARK +
      csvLine([
        words.file,
        words.part,
        words.sentAt,
        words.guest,
        words.state,
        words.reason,
        words.points,
        words.faces,
        words.happiness,
        words.missions,
        words.labels,
        words.decidedBy,
        words.photoId,
        words.guestId,
      ])
  );
  const { states, reasons } = hostQueueWords[language];
  for await (const photo of photos()) {
    const reason = photoReasons.find((known) => known === photo.reason);
    yield csvLine([
      photo.file,
      photo.part,
      wallTime(Date.parse(photo.sentAt), timeZones[language]),
      photo.name,
      states[photo.state],
      reason && reasons[reason],
      photo.score,
      photo.faces.length,
      meanHappiness(photo),
      photo.missionsMet.join(" / "),
      photo.labels?.map(({ name }) => labelName(name, language)).join(" / "),
      photo.hostsDecided.at(-1)?.by,
      // Longer than any number that a spreadsheet keeps exactly: a text.
      `#${photo.photoId}`,
      photo.guestId,
    ]);
  }
}

/** V3, in percent with one decimal. */
function meanHappiness({ faces }: ToldPhoto): number | undefined {
  if (faces.length === 0) return undefined;
  const happy = faces.map(({ emotions }) => emotions.find(({ type }) => type === "HAPPY")?.confidence ?? 0);
  return Math.round((happy.reduce((all, one) => all + one, 0) / faces.length) * 10) / 10;
}
