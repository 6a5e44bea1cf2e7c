import * as z from "zod";
import type { EventRules } from "#domain/event-rules";
import type { Mission } from "#domain/mission";
import { MOST_MISSIONS } from "#domain/mission";
import { MOST_PHOTOS_PER_GUEST } from "#domain/photo-limit";
import { standingRules } from "#domain/standing-rule";

const percent = z.number().min(0).max(100);
const count = z.int().min(1).max(100);
const words = z.string().trim().min(1);

const mission: z.ZodType<Mission> = z.strictObject({
  missionId: words.max(40),
  title: words.max(40),
  goal: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("label"), label: words.max(60), count }),
    z.strictObject({ kind: z.literal("faces"), count, exactly: z.boolean() }),
    z.strictObject({ kind: z.literal("everybody-smiles"), count }),
  ]),
});

/** The rules of an event as a host writes them. Throws a `ZodError` that names what is wrong. */
export const eventRulesShape: z.ZodType<EventRules> = z.strictObject({
  scoring: z.strictObject({
    faceCap: count.exactOptional(),
    minFaceSize: z.number().min(0).max(1).exactOptional(),
    minFaceConfidence: percent.exactOptional(),
  }),
  standing: z.enum(standingRules),
  photosPerGuest: z.int().min(1).max(MOST_PHOTOS_PER_GUEST).exactOptional(),
  treatments: z.record(words, z.enum(["block", "review", "ignore"])).exactOptional(),
  labels: z.strictObject({ minConfidence: percent, most: z.int().min(1).max(50) }).exactOptional(),
  missions: z
    .array(mission)
    .max(MOST_MISSIONS)
    .refine((all) => new Set(all.map(({ missionId }) => missionId)).size === all.length, {
      error: "two missions have the same missionId",
    }),
  bannedWords: z.array(words.max(40)).max(200),
});
