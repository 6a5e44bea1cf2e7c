import type { PictureReaders } from "../read-picture.ts";
import type { Rekognition } from "./rekognition-client.ts";
import { createFaceReader } from "./rekognition-faces.ts";
import { createLabelReader } from "./rekognition-labels.ts";
import { createContentChecker } from "./rekognition-moderation.ts";
import { createTextReader } from "./rekognition-text.ts";

/** All readings by Amazon Rekognition. */
export function createPictureReaders(rekognition: Rekognition): PictureReaders {
  return {
    faceReader: createFaceReader(rekognition),
    contentChecker: createContentChecker(rekognition),
    labelReader: createLabelReader(rekognition),
    textReader: createTextReader(rekognition),
  };
}
