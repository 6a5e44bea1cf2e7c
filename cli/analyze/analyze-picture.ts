import type { RekognitionClient } from "@aws-sdk/client-rekognition";
import { scorePhoto } from "#domain/scoring";
import { createPictureReaders } from "../../functions/shared/adapters/rekognition.ts";
import type { RekognitionAnswers } from "../../functions/shared/adapters/rekognition-client.ts";
import { type PictureReading, readPicture } from "../../functions/shared/read-picture.ts";
import { explainFailure } from "./explain-failure.ts";
import type { Options } from "./options.ts";
import type { Answered, Outcome, ReadPicture } from "./outcome.ts";
import { preparePicture } from "./prepare-picture.ts";

type Wishes = Pick<Options, "labels" | "moderation" | "source">;

interface Heard {
  answers: RekognitionAnswers;
  readonly refusals: Partial<Record<keyof RekognitionAnswers, unknown>>;
}

/** Reads one file as the worker reads a guest's photo, with the bytes at hand. */
export async function analyzePicture(
  client: RekognitionClient,
  wishes: Wishes,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<Outcome> {
  const prepared = await preparePicture(path);
  if (prepared.kind === "unreadable") return { ...prepared, name };
  const heard: Heard = { answers: {}, refusals: {} };
  const readers = createPictureReaders({
    client,
    onAnswer: (answer) => void (heard.answers = { ...heard.answers, ...answer }),
    onNotChecked: (operation, error) => void (heard.refusals[operation] = error),
  });
  const wanted = {
    moderation: wishes.moderation,
    text: false,
    ...(wishes.labels && { labels: wishes.labels }),
  };
  try {
    const reading = await readPicture(readers, wanted, { kind: "bytes", bytes: prepared.bytes });
    if (reading.faces.kind === "refused")
      return { kind: "unreadable", name, why: refusals[reading.faces.reason] };
    const { size, scaled } = prepared;
    return {
      kind: "read",
      name,
      path,
      size,
      ...(scaled && { scaled }),
      faces: reading.faces.faces,
      details: heard.answers.DetectFaces?.FaceDetails ?? [],
      scored: scorePhoto(reading.faces.faces),
      ...(await besides(reading, heard, wishes)),
    };
  } catch (error) {
    return { kind: "failed", name, failure: await explainFailure(error, wishes.source) };
  }
}

const refusals = {
  unreadable: "The picture is broken.",
  "too-large": "The picture is too large to be read.",
  "unsupported-type": "Rekognition reads JPEG and PNG.",
} as const;

/** Moderation and labels, as far as they were asked for. */
async function besides(
  reading: PictureReading,
  { answers, refusals: refused }: Heard,
  { moderation, source }: Wishes,
): Promise<Pick<ReadPicture, "moderation" | "labels">> {
  const { labels } = reading;
  return {
    ...(moderation && {
      moderation:
        reading.moderation.kind === "checked"
          ? answered(answers.DetectModerationLabels?.ModerationLabels ?? [])
          : await refusedBy(refused.DetectModerationLabels, source),
    }),
    ...(labels && {
      labels:
        labels.kind === "read"
          ? answered({ read: labels.labels, raw: answers.DetectLabels?.Labels ?? [] })
          : await refusedBy(refused.DetectLabels, source),
    }),
  };
}

const answered = <T>(answer: T): Answered<T> => ({ kind: "answered", answer });

async function refusedBy(error: unknown, source: Options["source"]): Promise<Answered<never>> {
  if (error instanceof Error && error.name.endsWith("NotAvailableLocallyException")) return { kind: "local" };
  return { kind: "failed", failure: await explainFailure(error, source) };
}
