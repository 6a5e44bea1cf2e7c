import { DetectFacesCommand, type FaceDetail } from "@aws-sdk/client-rekognition";
import { type Emotion, type EmotionType, emotionTypes, type Face } from "#domain/face";
import { Fault } from "../fault.ts";
import type { FaceReader } from "../ports/face-reader.ts";
import { imageOf, nameOf, type Rekognition, toBox } from "./rekognition-client.ts";

// What Rekognition says about a picture itself; it says the same on every try.
const refusals: Readonly<Record<string, "unreadable" | "too-large">> = {
  InvalidImageFormatException: "unreadable",
  // Below 80 pixels on a side; nothing else in our request varies.
  InvalidParameterException: "unreadable",
  ImageTooLargeException: "too-large",
};

/** DetectFaces with all attributes. */
export function createFaceReader(rekognition: Rekognition): FaceReader {
  return {
    async readFaces(picture) {
      const request = new DetectFacesCommand({ Image: imageOf(rekognition, picture), Attributes: ["ALL"] });
      try {
        const answer = await rekognition.client.send(request);
        rekognition.onAnswer?.({ DetectFaces: answer });
        return { kind: "read", faces: (answer.FaceDetails ?? []).map(toFace) };
      } catch (error) {
        const reason = refusals[nameOf(error)];
        if (reason !== undefined) return { kind: "refused", reason };
        throw new Fault("face-reading-failed", error);
      }
    },
  };
}

/** What is not known stays missing. */
function toFace(detail: FaceDetail): Face {
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

const emotionType = (type: string | undefined): EmotionType =>
  emotionTypes.find((known) => known === type) ?? "UNKNOWN";
