import { type Face, happiness } from "./face.ts";

/** S1, S2: the sum of the happiness of all faces, rounded to one decimal, in points. */
export function scoreOf(faces: readonly Face[]): number {
  const sum = faces.reduce((points, face) => points + happiness(face), 0);
  return Math.round(sum * 10) / 10;
}

/** S3: `142.6pt`, always with one decimal. */
export function points(score: number): string {
  return `${score.toFixed(1)}pt`;
}
