import { DetectLabelsCommand, type Label as VendorLabel } from "@aws-sdk/client-rekognition";
import type { Label } from "#domain/label";
import { Fault } from "../fault.ts";
import type { LabelReader } from "../ports/label-reader.ts";
import { imageOf, isPassing, type Rekognition, tellNotChecked, toBox } from "./rekognition-client.ts";

/** DetectLabels, things and scenes. */
export function createLabelReader(rekognition: Rekognition): LabelReader {
  return {
    async readLabels(picture, { minConfidence, most }) {
      const request = new DetectLabelsCommand({
        Image: imageOf(rekognition, picture),
        MinConfidence: minConfidence,
        MaxLabels: most,
      });
      try {
        const answer = await rekognition.client.send(request);
        rekognition.onAnswer?.({ DetectLabels: answer });
        return { kind: "read", labels: (answer.Labels ?? []).map(toLabel) };
      } catch (error) {
        if (isPassing(error)) throw new Fault("labels-throttled", error);
        tellNotChecked(rekognition, "DetectLabels", error);
        return { kind: "not-checked" };
      }
    },
  };
}

function toLabel({ Name = "", Confidence = 0, Instances = [], Parents = [] }: VendorLabel): Label {
  return {
    name: Name,
    confidence: Confidence,
    instances: Instances.map((instance) => ({
      box: toBox(instance.BoundingBox),
      confidence: instance.Confidence ?? 0,
    })),
    parents: Parents.flatMap((parent) => parent.Name ?? []),
  };
}
