import * as z from "zod";

/** A row as it was kept beside its part: what tables read of it, and all the rest as it is. */
const rowShape = z.looseObject({
  photoId: z.string(),
  guestId: z.string(),
  name: z.string(),
  file: z.string().optional(),
  part: z.number(),
  sentAt: z.string(),
  state: z.enum(["pending", "shown", "hidden"]),
  reason: z.string().optional(),
  score: z.number(),
  faces: z.array(
    z.looseObject({ emotions: z.array(z.object({ type: z.string(), confidence: z.number() })) }),
  ),
  labels: z.array(z.looseObject({ name: z.string() })).optional(),
  missionsMet: z.array(z.string()),
  repeats: z.string().optional(),
  hostsDecided: z.array(z.looseObject({ by: z.string() })),
});
export type ToldPhoto = z.infer<typeof rowShape>;

export function parseRows(rows: Uint8Array): ToldPhoto[] {
  const lines = Buffer.from(rows).toString().split("\n");
  return lines.filter((line) => line !== "").map((line) => rowShape.parse(JSON.parse(line)));
}
