import type { FaceResult } from "@vladmandic/human";
import type { Nets } from "./nets.ts";
import type { Picture } from "./picture.ts";
import type { Box, FaceReading, Point } from "./reading.ts";
import { tilesOf } from "./tiles.ts";
import type { Tile } from "./tiles.ts";

export type FoundFace = Pick<FaceReading, "box" | "boxScore" | "meshScore" | "mesh" | "pose">;

// With these two no landscape, plant, cat, cup or rocket of the measured set counts as a face.
const LEAST_BOX_SCORE = 0.3;
const LEAST_MESH_SCORE = 0.9;

/** The faces of the picture, the largest first. */
export async function findFaces(nets: Nets, picture: Picture): Promise<FoundFace[]> {
  const found: FoundFace[] = [];
  for (const tile of tilesOf(picture.width, picture.height)) {
    for (const face of await detect(nets, picture, tile)) {
      if (isSure(face)) found.push(placed(face, picture, tile));
    }
  }
  return withoutDoubles(found).toSorted((a, b) => area(b.box) - area(a.box));
}

async function detect({ tf, human }: Nets, picture: Picture, tile: Tile): Promise<FaceResult[]> {
  const input = tf.tidy(() => {
    const whole = tf.tensor3d(picture.pixels, [picture.height, picture.width, 3], "int32");
    // Copying a whole picture once more takes as long as a small net.
    if (tile.width === picture.width && tile.height === picture.height) return whole;
    return tf.slice(whole, [tile.top, tile.left, 0], [tile.height, tile.width, 3]);
  });
  try {
    // Human declares the tensors of its own copy of TensorFlow's types.
    const result = await human.detect(input as never);
    if (result.error) throw new Error(`face detection failed: ${result.error}`);
    return result.face;
  } finally {
    input.dispose();
  }
}

function isSure(face: FaceResult): boolean {
  return face.boxScore >= LEAST_BOX_SCORE && face.faceScore >= LEAST_MESH_SCORE && face.meshRaw.length >= 468;
}

function placed(face: FaceResult, picture: Picture, tile: Tile): FoundFace {
  const mesh = face.meshRaw.map(([x, y]) => ({
    x: (tile.left + x * tile.width) / picture.width,
    y: (tile.top + y * tile.height) / picture.height,
  }));
  const { roll, yaw, pitch } = face.rotation?.angle ?? { roll: 0, yaw: 0, pitch: 0 };
  return {
    box: boxAround(mesh.slice(0, 468)),
    boxScore: face.boxScore,
    meshScore: face.faceScore,
    mesh,
    pose: { roll: degrees(roll), yaw: degrees(yaw), pitch: degrees(pitch) },
  };
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** The mesh ends at the hairline; Rekognition's boxes reach a little further. */
function boxAround(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const left = clamp(x0 - 0.02 * (x1 - x0));
  const top = clamp(y0 - 0.08 * (y1 - y0));
  const right = clamp(x1 + 0.02 * (x1 - x0));
  const bottom = clamp(y1 + 0.02 * (y1 - y0));
  return { left, top, width: right - left, height: bottom - top };
}

const clamp = (ratio: number): number => Math.min(1, Math.max(0, ratio));
const area = (box: Box): number => box.width * box.height;

/** The detector sometimes finds one head twice, and neighbouring tiles share a strip. */
function withoutDoubles(faces: readonly FoundFace[]): FoundFace[] {
  const kept: FoundFace[] = [];
  for (const face of faces.toSorted((a, b) => b.boxScore - a.boxScore)) {
    if (!kept.some((other) => isSameHead(face.box, other.box))) kept.push(face);
  }
  return kept;
}

function isSameHead(a: Box, b: Box): boolean {
  const width = Math.max(a.width, b.width);
  const height = Math.max(a.height, b.height);
  const dx = (a.left + a.width / 2 - b.left - b.width / 2) / width;
  const dy = (a.top + a.height / 2 - b.top - b.height / 2) / height;
  return Math.hypot(dx, dy) < 0.5;
}
