import {
  type BoundingBox,
  DetectFacesCommand,
  DetectModerationLabelsCommand,
  type FaceDetail,
  RekognitionClient,
  type RekognitionClientConfig,
} from "@aws-sdk/client-rekognition";
import type { Box, Emotion, EmotionType, Face } from "#domain/face";
import { Fault } from "../fault.ts";
import { log } from "../log.ts";
import type { ContentChecker } from "../ports/content-checker.ts";
import type { FaceReader } from "../ports/face-reader.ts";

/** A client, and where its pictures come from: stored originals of one bucket. */
interface Source {
  readonly client: RekognitionClient;
  readonly bucket: string;
}

const requestHandler = { connectionTimeout: 3_000, requestTimeout: 25_000 };

/**
 * Both readings of one bucket's originals. Throttling is answered by patience here before the queue is bothered.
 * Region and credentials come from the environment unless `config` says otherwise.
 */
export function createRekognition(
  bucket: string,
  config: RekognitionClientConfig = {},
): { readonly faceReader: FaceReader; readonly contentChecker: ContentChecker } {
  const client = new RekognitionClient({ retryMode: "adaptive", maxAttempts: 6, requestHandler, ...config });
  const source = { client, bucket };
  return { faceReader: createFaceReader(source), contentChecker: createContentChecker(source) };
}

// What Rekognition says about a picture itself; it says the same on every try.
const refusals: Readonly<Record<string, "unreadable" | "too-large">> = {
  InvalidImageFormatException: "unreadable",
  // Below 80 pixels on a side; nothing else in our request varies.
  InvalidParameterException: "unreadable",
  ImageTooLargeException: "too-large",
};

function createFaceReader({ client, bucket }: Source): FaceReader {
  return {
    async readFaces(original) {
      try {
        const answer = await client.send(
          new DetectFacesCommand({
            Image: { S3Object: { Bucket: bucket, Name: original } },
            Attributes: ["ALL"],
          }),
        );
        return { kind: "read", faces: (answer.FaceDetails ?? []).map(toFace) };
      } catch (error) {
        const reason = refusals[nameOf(error)];
        if (reason !== undefined) return { kind: "refused", reason };
        throw new Fault("face-reading-failed", error);
      }
    },
  };
}

const passing: ReadonlySet<string> = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "TooManyRequestsException",
  "RequestTimeout",
  "RequestTimeoutException",
]);

function createContentChecker({ client, bucket }: Source): ContentChecker {
  return {
    async checkContent(original) {
      try {
        const answer = await client.send(
          new DetectModerationLabelsCommand({ Image: { S3Object: { Bucket: bucket, Name: original } } }),
        );
        const labels = answer.ModerationLabels ?? [];
        return {
          kind: "checked",
          labels: labels.map((label) => ({ name: label.Name ?? "", confidence: label.Confidence ?? 0 })),
        };
      } catch (error) {
        if (isPassing(error)) throw new Fault("moderation-throttled", error);
        // A missing right would otherwise leave every photo unchecked without a word.
        log.warn("moderation-not-checked", { cause: nameOf(error) });
        return { kind: "not-checked" };
      }
    },
  };
}

/** Throttling, server errors and lost connections pass; every other refusal of the vendor's stays. */
function isPassing(error: unknown): boolean {
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

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

/** What is not known stays missing. */
export function toFace(detail: FaceDetail): Face {
  const { Smile: smile, AgeRange: age, Gender: gender } = detail;
  return {
    box: toBox(detail.BoundingBox),
    confidence: detail.Confidence ?? 0,
    emotions: (detail.Emotions ?? []).map(({ Type, Confidence }): Emotion => ({
      type: emotionType(Type),
      confidence: Confidence ?? 0,
    })),
    ...(smile?.Value !== undefined && { smile: smile.Value }),
    ...(age?.Low !== undefined && age.High !== undefined && { ageRange: { low: age.Low, high: age.High } }),
    ...(gender?.Value !== undefined && { gender: gender.Value }),
  };
}

/** Boxes of faces at the edge reach beyond the picture: cut to it. */
function toBox({ Left = 0, Top = 0, Width = 0, Height = 0 }: BoundingBox = {}): Box {
  const [left, top] = [clamp(Left), clamp(Top)];
  return { left, top, width: clamp(Left + Width) - left, height: clamp(Top + Height) - top };
}

const clamp = (ratio: number): number => Math.min(1, Math.max(0, ratio));

const emotionTypes: ReadonlySet<string> = new Set<EmotionType>([
  "HAPPY",
  "SAD",
  "ANGRY",
  "CONFUSED",
  "DISGUSTED",
  "SURPRISED",
  "CALM",
  "FEAR",
]);

function emotionType(type: string | undefined): EmotionType {
  return type !== undefined && isEmotionType(type) ? type : "UNKNOWN";
}

const isEmotionType = (type: string): type is EmotionType => emotionTypes.has(type);
