import { findFaces } from "./find-faces.ts";
import type { FoundFace } from "./find-faces.ts";
import type { Nets } from "./nets.ts";
import type { Picture } from "./picture.ts";
import { cutPortrait, PORTRAIT_SIDE } from "./portrait.ts";
import type { FaceReading, Mood, Point } from "./reading.ts";

/** All faces of the picture with everything the nets can tell, the largest first. */
export async function readFaces(nets: Nets, picture: Picture): Promise<FaceReading[]> {
  const faces = await findFaces(nets, picture);
  const readings: FaceReading[] = [];
  for (const face of faces) readings.push(await readFace(nets, picture, face));
  return readings;
}

async function readFace(nets: Nets, picture: Picture, face: FoundFace): Promise<FaceReading> {
  const { pixels, luma, laplacianSpread } = cutPortrait(picture, face.box);
  const ratio = openness(face.mesh, picture.width / picture.height);
  return {
    ...face,
    ...(await readPortrait(nets, pixels)),
    luma,
    laplacianSpread,
    eyeRatio: (ratio(159, 145, 33, 133) + ratio(386, 374, 362, 263)) / 2,
    mouthRatio: ratio(13, 14, 61, 291),
  };
}

/** Runs the two small nets on the cut-out face. */
export async function readPortrait(
  nets: Nets,
  pixels: Uint8Array,
): Promise<Pick<FaceReading, "moods" | "ageYears" | "gender" | "genderProbability">> {
  const tensor = nets.tf.tensor3d(pixels, [PORTRAIT_SIDE, PORTRAIT_SIDE, 3], "int32");
  try {
    // face-api declares the tensors of its own copy of TensorFlow's types.
    const expressions = single(await nets.expression.predictExpressions(tensor as never));
    const { age, gender, genderProbability } = single(
      await nets.ageGender.predictAgeAndGender(tensor as never),
    );
    const { happy, sad, angry, disgusted, surprised, fearful, neutral } = expressions;
    const moods: Record<Mood, number> = { happy, sad, angry, disgusted, surprised, fearful, neutral };
    return { moods, ageYears: age, gender, genderProbability };
  } finally {
    tensor.dispose();
  }
}

function single<T>(answer: T | T[]): T {
  const first = Array.isArray(answer) ? answer[0] : answer;
  if (first === undefined) throw new Error("the net gave no answer");
  return first;
}

/** Height over width of an opening, from four points of the mesh. `aspect` is the picture's width over height. */
function openness(mesh: readonly Point[], aspect: number) {
  const distance = (from: number, to: number): number => {
    const a = mesh[from];
    const b = mesh[to];
    return a && b ? Math.hypot((a.x - b.x) * aspect, a.y - b.y) : 0;
  };
  return (upper: number, lower: number, left: number, right: number): number => {
    const width = distance(left, right);
    return width > 0 ? distance(upper, lower) / width : 0;
  };
}
