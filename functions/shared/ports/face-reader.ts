import type { FaceReading } from "#domain/decision";
import type { PictureSource } from "./picture-source.ts";

export interface FaceReader {
  /** Fault: `face-reading-failed`, worth a retry. */
  readFaces(picture: PictureSource): Promise<FaceReading>;
}
