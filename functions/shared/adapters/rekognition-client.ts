import {
  type BoundingBox,
  type DetectFacesResponse,
  type DetectLabelsResponse,
  type DetectModerationLabelsResponse,
  type DetectTextResponse,
  type Image,
  RekognitionClient,
  type RekognitionClientConfig,
} from "@aws-sdk/client-rekognition";
import type { Box } from "#domain/face";
import { log } from "../log.ts";
import type { PictureSource } from "../ports/picture-source.ts";

/** Amazon Rekognition's own answers, as far as they came. */
export interface RekognitionAnswers {
  readonly DetectFaces?: DetectFacesResponse;
  readonly DetectModerationLabels?: DetectModerationLabelsResponse;
  readonly DetectLabels?: DetectLabelsResponse;
  readonly DetectText?: DetectTextResponse;
}

/** One client and what its readings share. */
export interface Rekognition {
  readonly client: RekognitionClient;
  /** Of stored originals; without it only bytes can be read. */
  readonly bucket?: string;
  /** Hears each answer as it came. */
  readonly onAnswer?: (answer: RekognitionAnswers) => void;
  /** Hears why a reading is `not-checked`; without it the log does. */
  readonly onNotChecked?: (operation: keyof RekognitionAnswers, error: unknown) => void;
}

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 25_000 };

/**
 * Throttling is answered by patience here before anybody else is bothered. Region and credentials come from the
 * environment unless `config` says otherwise.
 */
export function createRekognitionClient(config: RekognitionClientConfig = {}): RekognitionClient {
  return new RekognitionClient({ retryMode: "adaptive", maxAttempts: 6, requestHandler, ...config });
}

/** The picture as a request names it. */
export function imageOf({ bucket }: Rekognition, picture: PictureSource): Image {
  if (picture.kind === "bytes") return { Bytes: picture.bytes };
  if (bucket === undefined) throw new Error("stored pictures need a bucket");
  return { S3Object: { Bucket: bucket, Name: picture.key } };
}

/** A missing right would otherwise leave every picture unchecked without a word. */
export function tellNotChecked(
  { onNotChecked }: Rekognition,
  operation: keyof RekognitionAnswers,
  error: unknown,
): void {
  if (onNotChecked !== undefined) onNotChecked(operation, error);
  else log.warn(notCheckedCodes[operation], { cause: nameOf(error) });
}

const notCheckedCodes: Readonly<Record<keyof RekognitionAnswers, string>> = {
  DetectFaces: "faces-not-read",
  DetectModerationLabels: "moderation-not-checked",
  DetectLabels: "labels-not-checked",
  DetectText: "text-not-checked",
};

const passing: ReadonlySet<string> = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "TooManyRequestsException",
  "RequestTimeout",
  "RequestTimeoutException",
]);

/** Throttling, server errors and lost connections pass; every other refusal of the vendor's stays. */
export function isPassing(error: unknown): boolean {
  if (passing.has(nameOf(error))) return true;
  const status = statusOf(error);
  return status === undefined || status === 429 || status >= 500;
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("$metadata" in error)) return undefined;
  const { $metadata: metadata } = error;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return undefined;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

/** Boxes of what is at the edge reach beyond the picture: cut to it. */
export function toBox({ Left = 0, Top = 0, Width = 0, Height = 0 }: BoundingBox = {}): Box {
  const [left, top] = [clamp(Left), clamp(Top)];
  return { left, top, width: clamp(Left + Width) - left, height: clamp(Top + Height) - top };
}

const clamp = (ratio: number): number => Math.min(1, Math.max(0, ratio));
