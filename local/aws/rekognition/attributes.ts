import { AwsError } from "../service.ts";
import type { FaceDetail } from "./face-detail.ts";

const ALWAYS = ["BoundingBox", "Confidence", "Landmarks", "Pose", "Quality"] as const;

/** The request's word for each optional member; `undefined` stands for one that is never known here. */
const OPTIONAL = {
  AGE_RANGE: "AgeRange",
  BEARD: undefined,
  EMOTIONS: "Emotions",
  EYE_DIRECTION: undefined,
  EYEGLASSES: undefined,
  EYES_OPEN: "EyesOpen",
  FACE_OCCLUDED: undefined,
  GENDER: "Gender",
  MOUTH_OPEN: "MouthOpen",
  MUSTACHE: undefined,
  SMILE: "Smile",
  SUNGLASSES: undefined,
} as const satisfies Record<string, keyof FaceDetail | undefined>;

type OptionalName = keyof typeof OPTIONAL;
const isOptional = (name: string): name is OptionalName => name in OPTIONAL;

/** Keeps the members that the request's `Attributes` name; `DEFAULT` ones are always there, as on AWS. */
export function attributeFilter(attributes: readonly string[]): (face: FaceDetail) => Partial<FaceDetail> {
  for (const [index, name] of attributes.entries()) {
    if (name === "ALL" || name === "DEFAULT" || isOptional(name)) continue;
    throw new AwsError(
      "ValidationException",
      `1 validation error detected: Value '${name}' at 'attributes.${index + 1}.member' failed to satisfy constraint: ` +
        `Member must satisfy enum value set: [${["DEFAULT", "ALL", ...Object.keys(OPTIONAL)].join(", ")}]`,
    );
  }
  const named = attributes.includes("ALL") ? Object.keys(OPTIONAL) : attributes;
  const members = named.flatMap((name) => (isOptional(name) ? (OPTIONAL[name] ?? []) : []));
  return (face) => Object.fromEntries([...ALWAYS, ...members].map((member) => [member, face[member]]));
}
