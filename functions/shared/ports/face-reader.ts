import type { FaceReading } from "#domain/decision";

export interface FaceReader {
  /** Of a stored original, by its key. Fault: `face-reading-failed`, worth a retry. */
  readFaces(original: string): Promise<FaceReading>;
}
