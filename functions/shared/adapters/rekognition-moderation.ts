import { DetectModerationLabelsCommand } from "@aws-sdk/client-rekognition";
import { Fault } from "../fault.ts";
import type { ContentChecker } from "../ports/content-checker.ts";
import { imageOf, isPassing, type Rekognition, tellNotChecked } from "./rekognition-client.ts";

/** DetectModerationLabels at Rekognition's own least confidence of 50. */
export function createContentChecker(rekognition: Rekognition): ContentChecker {
  return {
    async checkContent(picture) {
      const request = new DetectModerationLabelsCommand({ Image: imageOf(rekognition, picture) });
      try {
        const answer = await rekognition.client.send(request);
        rekognition.onAnswer?.({ DetectModerationLabels: answer });
        const labels = (answer.ModerationLabels ?? []).map((label) => ({
          name: label.Name ?? "",
          confidence: label.Confidence ?? 0,
        }));
        return { kind: "checked", labels };
      } catch (error) {
        if (isPassing(error)) throw new Fault("moderation-throttled", error);
        tellNotChecked(rekognition, "DetectModerationLabels", error);
        return { kind: "not-checked" };
      }
    },
  };
}
