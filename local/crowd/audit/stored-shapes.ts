import * as z from "zod";
import { emotionTypes } from "#domain/face";
import { photoStates } from "#domain/photo";
import type { StoredDelivery, StoredGuest, StoredPhoto } from "./world.ts";

const text = z.string();
const maybeText = text.exactOptional();
const maybeNumber = z.number().exactOptional();

const face = z.object({
  box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  confidence: z.number(),
  emotions: z.array(
    z.object({
      type: z.enum(emotionTypes),
      confidence: z.number(),
    }),
  ),
});

export const storedPhotos: z.ZodType<StoredPhoto[]> = z.array(
  z.object({
    eventId: text,
    guestId: text,
    photoId: text,
    displayName: text,
    state: z.enum(photoStates),
    step: text,
    reason: maybeText,
    score: z.number(),
    sentAt: z.number(),
    image: maybeText,
    faces: z.array(face).exactOptional(),
    contentHash: maybeText,
    lookHash: maybeText,
    duplicateOf: maybeText,
    sizeBytes: maybeNumber,
    original: maybeText,
    width: maybeNumber,
    isUntold: z.boolean().exactOptional(),
  }),
);

export const storedGuests: z.ZodType<StoredGuest[]> = z.array(
  z.object({
    eventId: text,
    guestId: text,
    lineUserId: text,
    displayName: text,
    language: text,
    isExcluded: z.boolean().exactOptional(),
    isOffScreen: z.boolean().exactOptional(),
    bannedAt: maybeNumber,
    score: maybeNumber,
    rankKey: maybeText,
    photoId: maybeText,
    image: maybeText,
    faces: maybeNumber,
    photos: z.number(),
  }),
);

export const storedDeliveries: z.ZodType<StoredDelivery[]> = z.array(
  z.object({ deliveryId: text, kind: text, recordedAt: z.number() }),
);

export const storedEvents = z.array(
  z.object({
    eventId: text,
    boardId: text,
    policy: z.enum(["show-first", "review-first"]),
    moderation: z.enum(["off", "assist", "enforce"]),
  }),
);
