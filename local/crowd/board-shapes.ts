import * as z from "zod";
import type { BoardSnapshot, ShownPhoto, ShownStanding } from "#domain/board";
import { toLanguage } from "#domain/language";
import { standingRules } from "#domain/standing-rule";

const STANDING = "guestId displayName score rankKey photoId image faces photos version";
const PHOTO = "photoId guestId displayName image width height faces { left top width height } sentAt version";

/** What screens ask for, in one document each. */
export const BOARD_QUERY = `query ($boardId: ID!) { board(boardId: $boardId) {
  title language theme joinCode hasSpotlight hasCornerQr hasSound standingRule eventVersion stage { name step version } totals { guests photos }
  standings { ${STANDING} } photos { ${PHOTO} } } }`;
export const SUBSCRIPTIONS = [
  `subscription ($boardId: ID!) { onStanding(boardId: $boardId) { boardId ${STANDING} } }`,
  `subscription ($boardId: ID!) { onShownPhoto(boardId: $boardId) { boardId ${PHOTO} } }`,
];

const text = z.string().nullish().default(null);
const number = z.number().nullish().default(null);

const standing: z.ZodType<ShownStanding> = z.object({
  guestId: z.string(),
  displayName: z.string(),
  score: number,
  rankKey: text,
  photoId: text,
  image: text,
  faces: number,
  photos: z.number(),
  version: z.number(),
});

const photo: z.ZodType<ShownPhoto> = z.object({
  photoId: z.string(),
  guestId: z.string(),
  displayName: z.string(),
  image: text,
  width: number,
  height: number,
  faces: z
    .array(z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }))
    .nullish()
    .transform((faces) => faces ?? []),
  sentAt: z.number(),
  version: z.number(),
});

const board: z.ZodType<BoardSnapshot> = z.object({
  title: z.string(),
  language: z.string().transform((tag) => toLanguage(tag)),
  theme: z.string(),
  joinCode: z.string(),
  hasSpotlight: z.boolean(),
  hasCornerQr: z.boolean(),
  hasSound: z.boolean(),
  standingRule: z.enum(standingRules),
  eventVersion: z.number(),
  stage: z.object({ name: z.string(), step: number, version: z.number() }),
  totals: z.object({ guests: z.number(), photos: z.number() }),
  standings: z.array(standing),
  photos: z.array(photo),
});

/** The API's answer to `BOARD_QUERY`. Throws on anything else, errors included. */
export const parseBoard = (answer: unknown): BoardSnapshot =>
  z.object({ data: z.object({ board }) }).parse(answer).data.board;

/** What a subscription's message tells. */
export const boardMessage = z.union([z.object({ onStanding: standing }), z.object({ onShownPhoto: photo })]);
