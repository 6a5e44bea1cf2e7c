import * as z from "zod";
import type { Analyser } from "./analyser.ts";
import { attributeFilter } from "./attributes.ts";
import { faceDetail } from "./face-detail.ts";
import type { FaceDetail } from "./face-detail.ts";
import { imageSchema } from "./image-source.ts";

export const detectFacesSchema = z.object({
  Image: imageSchema,
  Attributes: z.array(z.string()).default([]),
});

const MOST_FACES = 100;

/** The 100 largest faces. `OrientationCorrection` is left out as AWS does: boxes are those of the upright picture. */
export async function detectFaces(
  analyser: Analyser,
  request: z.infer<typeof detectFacesSchema>,
  bytes: Buffer,
): Promise<{ FaceDetails: Partial<FaceDetail>[] }> {
  const select = attributeFilter(request.Attributes);
  const faces = await analyser.read("faces", bytes);
  return { FaceDetails: faces.slice(0, MOST_FACES).map((face) => select(faceDetail(face))) };
}
