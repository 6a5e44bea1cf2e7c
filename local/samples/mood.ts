import type { MoodName } from "./person.ts";

/** How a mood bends the face. Lengths in units of the head, see person.ts; up is positive. */
export interface Expression {
  readonly cornerLift: number;
  readonly mouthOpening: number;
  readonly mouthHalfWidth: number;
  readonly innerBrow: number;
  readonly outerBrow: number;
  readonly eyeOpening: number;
  readonly smiles: boolean;
  readonly frowns: boolean;
}

const calm = { smiles: false, frowns: false };

export const EXPRESSIONS: Readonly<Record<MoodName, Expression>> = {
  neutral: {
    ...calm,
    cornerLift: 0,
    mouthOpening: 0,
    mouthHalfWidth: 38,
    innerBrow: 0,
    outerBrow: 0,
    eyeOpening: 12,
  },
  happy: {
    smiles: true,
    frowns: false,
    cornerLift: 17,
    mouthOpening: 13,
    mouthHalfWidth: 47,
    innerBrow: 2,
    outerBrow: 1,
    eyeOpening: 10,
  },
  veryHappy: {
    smiles: true,
    frowns: false,
    cornerLift: 21,
    mouthOpening: 28,
    mouthHalfWidth: 52,
    innerBrow: 4,
    outerBrow: 4,
    eyeOpening: 8.5,
  },
  sad: {
    ...calm,
    cornerLift: -15,
    mouthOpening: 0,
    mouthHalfWidth: 36,
    innerBrow: 12,
    outerBrow: -8,
    eyeOpening: 9,
  },
  angry: {
    smiles: false,
    frowns: true,
    cornerLift: -9,
    mouthOpening: 0,
    mouthHalfWidth: 30,
    innerBrow: -20,
    outerBrow: 12,
    eyeOpening: 7,
  },
  surprised: {
    ...calm,
    cornerLift: -2,
    mouthOpening: 40,
    mouthHalfWidth: 26,
    innerBrow: 14,
    outerBrow: 14,
    eyeOpening: 17,
  },
};
