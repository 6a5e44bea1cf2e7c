import type { FaceDetail, Label as VendorLabel, ModerationLabel } from "@aws-sdk/client-rekognition";
import type { Face } from "#domain/face";
import type { Label } from "#domain/label";
import type { PhotoScore } from "#domain/scoring";
import type { Failure } from "./failure.ts";
import type { Prepared, Size } from "./prepare-picture.ts";

/** What became of one picture. */
export type Outcome =
  | ReadPicture
  | { readonly kind: "unreadable"; readonly name: string; readonly why: string }
  | { readonly kind: "failed"; readonly name: string; readonly failure: Failure };

export interface ReadPicture {
  readonly kind: "read";
  readonly name: string;
  readonly path: string;
  readonly size: Size;
  /** What was sent instead of a file that is too large. */
  readonly scaled?: NonNullable<Extract<Prepared, { kind: "ready" }>["scaled"]>;
  readonly faces: readonly Face[];
  /** In Rekognition's own words, in the same order. */
  readonly details: readonly FaceDetail[];
  readonly scored: PhotoScore;
  /** Missing: not asked for. */
  readonly moderation?: Answered<readonly ModerationLabel[]>;
  readonly labels?: Answered<{ readonly read: readonly Label[]; readonly raw: readonly VendorLabel[] }>;
}

/** `local`: nothing here can tell. `failed`: the service refused it. */
export type Answered<T> =
  | { readonly kind: "answered"; readonly answer: T }
  | { readonly kind: "local" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** The number that the command ends with for this picture. */
export function exitCodeOf(outcome: Outcome): number {
  if (outcome.kind === "unreadable") return 3;
  if (outcome.kind === "failed") return 4;
  if (failuresOf(outcome).length > 0) return 4;
  return outcome.faces.length > 0 ? 0 : 1;
}

/** What went wrong with the service, once for each reading. */
export function failuresOf(outcome: Outcome): readonly Failure[] {
  if (outcome.kind === "unreadable") return [];
  if (outcome.kind === "failed") return [outcome.failure];
  return [outcome.moderation, outcome.labels].flatMap((each) =>
    each?.kind === "failed" ? [each.failure] : [],
  );
}

/** The labels that were read, if any were. */
export const thingsOf = ({ labels }: ReadPicture): readonly Label[] =>
  labels?.kind === "answered" ? labels.answer.read : [];

/** Faces have boxes of their own. */
export const thingsBesideFaces = (picture: ReadPicture): readonly Label[] =>
  thingsOf(picture).filter(({ name }) => name !== "Face" || picture.faces.length === 0);
