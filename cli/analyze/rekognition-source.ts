import type { RekognitionClient } from "@aws-sdk/client-rekognition";

/** Somebody who reads pictures. */
export interface RekognitionSource {
  readonly client: RekognitionClient;
  close(): Promise<void>;
}
