import * as z from "zod";
import { AwsError } from "../service.ts";
import type { Analyser } from "./analyser.ts";
import { boundingBox, faceDetail, percent } from "./face-detail.ts";
import type { BoundingBox } from "./face-detail.ts";
import { imageSchema } from "./image-source.ts";
import { ancestorsOf, labelName } from "./label-names.ts";

const names = z.array(z.string()).default([]);

export const detectLabelsSchema = z.object({
  Image: imageSchema,
  MaxLabels: z.number().int().min(0).default(1000),
  MinConfidence: z.number().min(0).max(100).default(55),
  Features: z.array(z.string()).default(["GENERAL_LABELS"]),
  Settings: z
    .object({
      GeneralLabels: z
        .object({ LabelInclusionFilters: names, LabelExclusionFilters: names })
        .partial()
        .loose(),
      ImageProperties: z.unknown(),
    })
    .partial()
    .optional(),
});
type Request = z.infer<typeof detectLabelsSchema>;

export interface Label {
  readonly Name: string;
  readonly Confidence: number;
  readonly Instances: readonly { readonly BoundingBox: BoundingBox; readonly Confidence: number }[];
  readonly Parents: readonly { readonly Name: string }[];
}

/** Honest part of DetectLabels: 80 kinds of things with their boxes, and people and faces. No scenes. */
export async function detectLabels(
  analyser: Analyser,
  request: Request,
  bytes: Buffer,
): Promise<{ Labels: Label[]; LabelModelVersion: string }> {
  refuseWhatIsMissing(request);
  const [objects, faces] = await Promise.all([
    analyser.read("objects", bytes),
    analyser.read("faces", bytes),
  ]);
  const sightings = [
    ...objects.map(({ name, score, box }) => ({
      name: labelName(name),
      // The net's scores are low: a monotone curve, not a calibration.
      confidence: percent(1 - (1 - score) ** 3),
      box: boundingBox(box),
    })),
    ...faces
      .map(faceDetail)
      .map((face) => ({ name: "Face", confidence: face.Confidence, box: face.BoundingBox })),
  ];
  const { LabelInclusionFilters: wanted = [], LabelExclusionFilters: unwanted = [] } =
    request.Settings?.GeneralLabels ?? {};
  const labels = labelsOf(sightings)
    .filter(({ Name, Confidence }) => Confidence >= request.MinConfidence && !unwanted.includes(Name))
    .filter(({ Name }) => wanted.length === 0 || wanted.includes(Name))
    .toSorted((a, b) => b.Confidence - a.Confidence || a.Name.localeCompare(b.Name));
  return { Labels: labels.slice(0, request.MaxLabels), LabelModelVersion: "local-coco80" };
}

function refuseWhatIsMissing({ Features, Settings }: Request): void {
  const feature = Features.find((name) => name !== "GENERAL_LABELS");
  const setting = Object.keys(Settings?.GeneralLabels ?? {}).find((name) => name.startsWith("LabelCategory"));
  const missing = feature ?? setting;
  if (missing)
    throw new AwsError("LabelFeatureNotAvailableLocallyException", `${missing} is not available locally`);
}

interface Sighting {
  readonly name: string;
  readonly confidence: number;
  readonly box: BoundingBox;
}

/** One label per name; an ancestor is a label of its own, as sure as its surest child and without boxes. */
function labelsOf(sightings: readonly Sighting[]): Label[] {
  const seen = new Set(sightings.flatMap(({ name }) => [name, ...ancestorsOf(name)]));
  return [...seen].map((name) => {
    const own = sightings.filter((sighting) => sighting.name === name);
    const below = sightings.filter((sighting) => ancestorsOf(sighting.name).includes(name));
    return {
      Name: name,
      Confidence: Math.max(...[...own, ...below].map(({ confidence }) => confidence)),
      Instances: own.map(({ box, confidence }) => ({ BoundingBox: box, Confidence: confidence })),
      Parents: ancestorsOf(name).map((Name) => ({ Name })),
    };
  });
}
