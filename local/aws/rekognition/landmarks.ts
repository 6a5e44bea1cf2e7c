import type { Point } from "./reading.ts";

export interface Landmark {
  readonly Type: string;
  readonly X: number;
  readonly Y: number;
}

/** Points of the face mesh; two points mean their middle. "Left" is the left side of the picture. */
const MESH_POINTS: Readonly<Record<string, readonly number[]>> = {
  eyeLeft: [33, 133],
  eyeRight: [362, 263],
  mouthLeft: [61],
  mouthRight: [291],
  nose: [1],
  leftEyeBrowLeft: [70],
  leftEyeBrowRight: [107],
  leftEyeBrowUp: [105],
  rightEyeBrowLeft: [336],
  rightEyeBrowRight: [300],
  rightEyeBrowUp: [334],
  leftEyeLeft: [33],
  leftEyeRight: [133],
  leftEyeUp: [159],
  leftEyeDown: [145],
  rightEyeLeft: [362],
  rightEyeRight: [263],
  rightEyeUp: [386],
  rightEyeDown: [374],
  noseLeft: [98],
  noseRight: [327],
  mouthUp: [0],
  mouthDown: [17],
  leftPupil: [473],
  rightPupil: [468],
  upperJawlineLeft: [127],
  midJawlineLeft: [172],
  chinBottom: [152],
  midJawlineRight: [397],
  upperJawlineRight: [356],
};

export function landmarksOf(mesh: readonly Point[]): Landmark[] {
  return Object.entries(MESH_POINTS).flatMap(([Type, indices]) => {
    const points = indices.flatMap((index) => mesh[index] ?? []);
    if (points.length < indices.length) return [];
    const mean = (read: (point: Point) => number): number =>
      points.reduce((sum, point) => sum + read(point), 0) / points.length;
    return [{ Type, X: mean(({ x }) => x), Y: mean(({ y }) => y) }];
  });
}
