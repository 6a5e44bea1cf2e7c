import { type RehearsalMessage, rehearsalMessageOf } from "#domain/rehearsal";
import type { Clock } from "../../shared/ports/clock.ts";
import type { PictureSource } from "../../shared/ports/picture-source.ts";
import type { RehearsalCall, RehearsalCalls } from "../../shared/ports/rehearsal-calls.ts";
import type { PictureReaders } from "../../shared/read-picture.ts";
import { readAsRecorded } from "../../shared/rehearsal/read-as-recorded.ts";

/** A drawn guest's photo among the originals. */
interface DrawnPhoto extends RehearsalMessage {
  readonly eventId: string;
  readonly photoId: string;
}

const original = /^originals\/([^/]+)\/[^/]+\/(\d+)\.\w+$/;

function drawnPhotoOf(picture: PictureSource): DrawnPhoto | undefined {
  const [, eventId, photoId = ""] = (picture.kind === "stored" && original.exec(picture.key)) || [];
  const message = rehearsalMessageOf(photoId);
  return eventId === undefined || message === undefined ? undefined : { ...message, eventId, photoId };
}

/** H3: every reading of a drawn photo is written down; Rekognition is asked only where the host wanted that. */
export function rehearsedReaders(
  readers: PictureReaders,
  calls: RehearsalCalls,
  clock: Clock,
): PictureReaders {
  /** Undefined: to be read for real. */
  const recorded = async (call: RehearsalCall, picture: PictureSource) => {
    const drawn = drawnPhotoOf(picture);
    if (drawn === undefined) return undefined;
    await calls.note(drawn.eventId, { call, subject: drawn.photoId, at: clock() });
    return drawn.isReadForReal ? undefined : readAsRecorded(drawn);
  };
  return {
    faceReader: {
      readFaces: async (picture) =>
        (await recorded("faces", picture))?.faces ?? readers.faceReader.readFaces(picture),
    },
    contentChecker: {
      checkContent: async (picture) =>
        (await recorded("moderation", picture))?.moderation ?? readers.contentChecker.checkContent(picture),
    },
    labelReader: {
      readLabels: async (picture, rules) =>
        (await recorded("labels", picture))?.labels ?? readers.labelReader.readLabels(picture, rules),
    },
    textReader: {
      readText: async (picture) =>
        (await recorded("text", picture)) === undefined
          ? readers.textReader.readText(picture)
          : { kind: "read", lines: [] },
    },
  };
}
