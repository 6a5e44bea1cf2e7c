import * as z from "zod";
import { type EventSettings, eventStates } from "#domain/event";
import { seedRules } from "#domain/event-rules";
import { emotionTypes, type Face } from "#domain/face";
import type { Label } from "#domain/label";
import { languages } from "#domain/language";
import { concerns, hostWords } from "#domain/moderation";
import { stageNames } from "#domain/stage";
import { photoReasons, photoStates, photoSteps } from "#domain/photo";
import type {
  Guest,
  GuestsAbove,
  ModerationLabel,
  Person,
  RankingPage,
  StoredPhoto,
} from "../ports/ceremony-store.ts";
import { eventRulesShape } from "./event-rules-shape.ts";

// The shapes of the API's answers, after nulls were taken out: what is missing is missing.

/** AWSJSON: a string that holds JSON. */
export function fromJson(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}

const language = z.enum(languages).catch("ja");
const text = z.string();
const maybeText = text.exactOptional();
const maybeNumber = z.number().exactOptional();

export const personShape: z.ZodType<Person> = z.object({
  lineUserId: text,
  eventId: maybeText,
  joinedAt: maybeNumber,
  formerEventId: maybeText,
  language,
  displayName: maybeText,
  seenAt: maybeNumber,
});

export const eventShape: z.ZodType<EventSettings> = z.object({
  eventId: text,
  boardId: text,
  joinCode: text,
  title: text,
  language,
  opensAt: z.number(),
  closesAt: z.number(),
  retentionEndsAt: z.number(),
  state: z.enum(eventStates),
  policy: z.enum(["show-first", "review-first"]),
  moderation: z.enum(["off", "assist", "enforce"]),
  keepsAgeAndGender: z.boolean(),
  allowsPaidMessages: z.boolean().default(false),
  // AWSJSON: a string that holds JSON. Missing until a host says otherwise.
  rules: z.preprocess(fromJson, eventRulesShape.default(seedRules)),
  nameWords: z.array(text).default([]),
  stage: z.object({ takesUntil: maybeNumber }).exactOptional(),
  isRehearsal: z.boolean().exactOptional(),
});

export const eventsShape = z.object({ events: z.array(eventShape) }).transform(({ events }) => events);

const decisionShape = z.object({ by: text, at: z.number(), entryId: text, count: z.number() });
const photoDecisionShape = decisionShape.extend({ says: z.enum(hostWords).exactOptional() });

export const guestShape: z.ZodType<Guest> = z.object({
  eventId: text,
  guestId: text,
  displayName: text,
  heldName: maybeText,
  isNamedByHost: z.boolean().default(false),
  language,
  isExcluded: z.boolean().default(false),
  isOffScreen: z.boolean().default(false),
  bannedAt: maybeNumber,
  erasedAt: maybeNumber,
  leftAt: maybeNumber,
  reading: maybeText,
  decision: decisionShape.exactOptional(),
  score: maybeNumber,
  rankKey: maybeText,
  version: z.number(),
});

/** Of a new guest, and of one who was there before. */
export const guestSaveShape = z.object({ guest: guestShape }).transform(({ guest }) => guest);

const box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

const faceShape: z.ZodType<Face> = z.object({
  box,
  confidence: z.number(),
  emotions: z.array(z.object({ type: z.enum(emotionTypes).catch("UNKNOWN"), confidence: z.number() })),
  smile: z.boolean().exactOptional(),
  ageRange: z.object({ low: z.number(), high: z.number() }).exactOptional(),
  gender: maybeText,
});

const seenLabels: z.ZodType<readonly Label[]> = z.array(
  z.object({
    name: text,
    confidence: z.number(),
    instances: z.array(z.object({ box, confidence: z.number() })),
    parents: z.array(text),
  }),
);

const moderationLabels: z.ZodType<readonly ModerationLabel[]> = z.array(
  z.object({ name: text, confidence: z.number() }),
);

export const photoShape: z.ZodType<StoredPhoto> = z.object({
  eventId: text,
  guestId: text,
  photoId: text,
  displayName: text,
  sentAt: z.number(),
  step: z.enum(photoSteps),
  state: z.enum(photoStates),
  reason: z.enum(photoReasons).exactOptional(),
  score: z.number(),
  faces: z.array(faceShape).default([]),
  // AWSJSON: a string that holds JSON.
  labels: z.preprocess(fromJson, seenLabels).exactOptional(),
  moderationLabels: z.preprocess(fromJson, moderationLabels).exactOptional(),
  isModerationChecked: z.boolean().exactOptional(),
  concern: z.enum(concerns).exactOptional(),
  missions: z.array(text).exactOptional(),
  duplicateOf: maybeText,
  decision: photoDecisionShape.exactOptional(),
  earlierDecisions: z.array(photoDecisionShape).exactOptional(),
  isUntold: z.literal(true).exactOptional(),
  leavesAt: maybeNumber,
  imageSetId: maybeText,
  imageSetIndex: maybeNumber,
  original: maybeText,
  image: maybeText,
  width: maybeNumber,
  height: maybeNumber,
  sizeBytes: maybeNumber,
  contentHash: maybeText,
  lookHash: maybeText,
  version: z.number(),
  expiresAt: z.number(),
});

export const photoPageShape = z.object({ photos: z.array(photoShape), nextToken: maybeText });

export const guestNamesShape = z.array(z.object({ eventId: text, guestId: text }));

export const placeShape: z.ZodType<GuestsAbove> = z.object({
  above: z.number(),
  isComplete: z.boolean(),
  ladder: z
    .object({ rungs: z.array(z.object({ place: z.number(), score: z.number() })), guests: z.number() })
    .exactOptional(),
});

export const rankingPageShape: z.ZodType<RankingPage> = z.object({
  guests: z.array(z.object({ score: z.number(), photos: z.number() })),
  nextToken: maybeText,
});

export const topGuestsShape = z
  .object({ guests: z.array(z.object({ displayName: text, score: z.number(), rankKey: text })) })
  .transform(({ guests }) => guests);

/** Every event begins with the first stage. */
export const stageNameShape = z
  .object({ stage: z.object({ name: z.enum(stageNames) }).exactOptional() })
  .optional()
  .transform((event) => event?.stage?.name ?? stageNames[0]);

export const claimShape = z.object({ isWon: z.boolean() }).transform((claim) => claim.isWon);

/** Of operations whose answer is for others. */
export const anyShape = z.unknown().transform(() => undefined);
