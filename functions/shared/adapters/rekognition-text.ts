import { DetectTextCommand } from "@aws-sdk/client-rekognition";
import { Fault } from "../fault.ts";
import type { TextReader } from "../ports/text-reader.ts";
import { imageOf, isPassing, type Rekognition, tellNotChecked } from "./rekognition-client.ts";

/** DetectText. Its answer tells every line and then every word once more: the lines say it all. */
export function createTextReader(rekognition: Rekognition): TextReader {
  return {
    async readText(picture) {
      const request = new DetectTextCommand({ Image: imageOf(rekognition, picture) });
      try {
        const answer = await rekognition.client.send(request);
        rekognition.onAnswer?.({ DetectText: answer });
        const lines = (answer.TextDetections ?? []).filter(({ Type }) => Type === "LINE");
        return { kind: "read", lines: lines.flatMap(({ DetectedText }) => DetectedText ?? []) };
      } catch (error) {
        if (isPassing(error)) throw new Fault("text-throttled", error);
        tellNotChecked(rekognition, "DetectText", error);
        return { kind: "not-checked" };
      }
    },
  };
}
