import type { EmotionType } from "#domain/face";

/** The words of a report. */
export interface ReportWords {
  readonly faces: (count: number) => string;
  readonly facesHead: string;
  readonly notKnown: string;
  readonly yes: string;
  readonly no: string;
  readonly ageRange: string;
  readonly gender: string;
  readonly genders: Readonly<Record<string, string>>;
  readonly smile: string;
  readonly eyeglasses: string;
  readonly emotions: string;
  readonly emotion: Readonly<Record<EmotionType, string>>;
  readonly sunglasses: string;
  readonly beard: string;
  readonly mustache: string;
  readonly eyesOpen: string;
  readonly mouthOpen: string;
  readonly faceOccluded: string;
  readonly eyeDirection: string;
  readonly pose: string;
  readonly quality: string;
  readonly brightness: string;
  readonly sharpness: string;
  readonly box: string;
  readonly certainty: string;
  readonly landmarks: string;
  readonly labels: string;
  readonly isA: string;
  readonly times: (count: number) => string;
  readonly moderation: string;
  readonly nothing: string;
  readonly notAvailableLocally: string;
  readonly notChecked: string;
  readonly scaled: (from: string, to: string) => string;
  readonly photo: string;
  readonly score: string;
  readonly note: string;
  readonly cannotBeRead: string;
  readonly failed: string;
  readonly notTried: (count: number) => string;
  readonly total: (photos: number, faces: number, points: string) => string;
  readonly withoutFaces: (count: number) => string;
  readonly unreadable: (count: number) => string;
}
