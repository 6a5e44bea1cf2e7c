import type { Face } from "#domain/face";
import type { Label } from "#domain/label";
import type { EventRules } from "#domain/event-rules";
import { metMissions } from "#domain/mission";
import { type DropReason, scorePhoto } from "#domain/scoring";
import { standingOf } from "#domain/standing";

/** A happy face in front, one beside it, and far behind somebody small whom the reader is less sure of. */
const people = [
  { happiness: 90, side: 0.24, left: 0.12, top: 0.3, confidence: 99.9 },
  { happiness: 80, side: 0.16, left: 0.58, top: 0.38, confidence: 98 },
  { happiness: 20, side: 0.05, left: 0.8, top: 0.3, confidence: 84 },
] as const;

export const exampleFaces: readonly Face[] = people.map(({ happiness, side, left, top, confidence }) => ({
  box: { left, top, width: side, height: side },
  confidence,
  emotions: [{ type: "HAPPY", confidence: happiness }],
}));

const seen = (name: string, confidence: number): Label => ({ name, confidence, instances: [], parents: [] });
export const exampleLabels: readonly Label[] = [
  seen("Person", 99),
  seen("Cake", 96),
  seen("Flower", 83),
  seen("Candle", 64),
];

/** Points of the photos of a guest who sent three. */
export const examplePhotos = [190, 120, 60] as const;

export interface ExampleFace {
  readonly face: Face;
  readonly happiness: number;
  readonly dropped?: DropReason;
}

/** What the rules make of the example photo. */
export function scoredExample({ scoring }: EventRules): {
  readonly score: number;
  readonly faces: readonly ExampleFace[];
} {
  const { score, faces } = scorePhoto(exampleFaces, scoring);
  return {
    score,
    faces: people.map(({ happiness }, index) => {
      const face = exampleFaces[index];
      if (face === undefined) throw new Error("every person of the example has a face");
      const dropped = faces[index]?.dropped;
      return { face, happiness, ...(dropped !== undefined && { dropped }) };
    }),
  };
}

/** What the rules make of the guest with three photos. */
export function standingExample({ standing }: EventRules): number {
  const photos = examplePhotos.map((score, index) => ({
    photoId: String(index),
    sentAt: index,
    state: "shown" as const,
    score,
  }));
  return standingOf(photos, { guestId: "example" }, standing).score ?? 0;
}

/** Which missions the example photo meets, by id. */
export function missionsOfExample({ missions }: EventRules): readonly string[] {
  return metMissions(missions, { faces: exampleFaces, labels: exampleLabels });
}

/** A word as somebody might write it on a cardboard; found all the same (T2). */
export function writtenWidely(word: string): string {
  return [...word.toUpperCase()].join(" ");
}
