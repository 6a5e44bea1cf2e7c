import * as z from "zod";
import { LineError } from "../wire/line-error.ts";
import { parseJson } from "../wire/parse-json.ts";

const userId = z.string().regex(/^U[0-9a-f]{32}$/u, "must be U and 32 hexadecimal digits");
const name = z.string().trim().min(1, "may not be empty").max(100);

export const newUserInput = z.strictObject({
  displayName: name,
  language: z.string().min(2).max(20).optional(),
  pictureUrl: z.url().max(1000).optional(),
  userId: userId.optional(),
  /** Also follows the bot. */
  follow: z.boolean().default(false),
});

export const textInput = z.strictObject({ text: z.string().min(1, "may not be empty").max(5000) });

export const stickerInput = z.strictObject({
  packageId: z.string().regex(/^\d{1,20}$/u),
  stickerId: z.string().regex(/^\d{1,20}$/u),
});

export const postbackInput = z.strictObject({
  data: z.string().min(1).max(300),
  displayText: z.string().min(1).max(300).optional(),
  params: z.record(z.string(), z.string()).optional(),
});

export const tabInput = z.strictObject({
  richMenuAliasId: z.string().min(1).max(32),
  data: z.string().min(1).max(300),
});

const count = z.int().min(0);

export const settingsInput = z.strictObject({
  redelivery: z.boolean().optional(),
  gatherMs: count.optional(),
  redeliveryDelaysMs: z.array(count).max(20).optional(),
  timeoutMs: count.min(1).optional(),
  mode: z.enum(["active", "standby"]).optional(),
  rateLimits: z.boolean().optional(),
  /** Messages that may be pushed in a month; null: as many as one likes. */
  monthlyQuota: count.nullable().optional(),
});

/** Parses a JSON body; throws a 400 that names every wrong member. */
export function parseInput<T>(schema: z.ZodType<T>, body: Buffer): T {
  const result = schema.safeParse(parseJson(body));
  if (result.success) return result.data;
  const details = result.error.issues.map(({ message, path }) => ({ message, property: path.join(".") }));
  throw new LineError(400, `The request body has ${details.length} error(s)`, { details });
}
