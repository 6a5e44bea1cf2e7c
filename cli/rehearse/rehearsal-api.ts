import * as z from "zod";
import { rehearsalPhases, type RehearsalWish } from "#domain/rehearsal-progress";
import { askApi } from "../ask-api.ts";

const latencies = z.object({ p50: z.number(), p95: z.number(), p99: z.number(), max: z.number() });
const counts = <const Name extends string>(...names: readonly Name[]) => z.record(z.enum(names), z.number());
const reportSchema = z.object({
  sent: counts("photos", "sets", "unsent", "chats", "redelivered", "undelivered"),
  stored: z.number(),
  shown: z.number(),
  guests: z.number(),
  ranked: z.number(),
  lost: z.number(),
  double: z.number(),
  findings: z.array(z.string()),
  latenciesMs: z.object({ stored: latencies.exactOptional(), answered: latencies.exactOptional() }),
  readsForReal: z.boolean(),
  rekognition: counts("faces", "moderation", "labels", "text"),
  line: counts("replies", "expired", "pushes", "loadings", "profiles", "menus", "quotas"),
  bytes: z.number(),
  startedAt: z.number(),
  sendsFrom: z.number(),
  endedAt: z.number(),
});

const rehearsalSchema = z.object({
  rehearsalId: z.string(),
  boardId: z.string(),
  state: z.enum(["running", "finished", "wiped"]),
  phase: z.enum(rehearsalPhases),
  guests: z.number(),
  photos: z.number(),
  minutes: z.number(),
  sentSoFar: z.number(),
  report: z
    .string()
    .nullish()
    .transform((json) =>
      json === null || json === undefined ? undefined : reportSchema.parse(JSON.parse(json)),
    ),
});
export type ToldRehearsal = z.output<typeof rehearsalSchema>;
const FIELDS = "rehearsalId boardId state phase guests photos minutes sentSoFar report";

/** What a host can do about rehearsals. Throws `Refused`, and others when nobody answers. */
export interface RehearsalApi {
  rehearse(eventId: string, wish: RehearsalWish): Promise<ToldRehearsal>;
  /** Undefined: there was none. */
  rehearsal(eventId: string): Promise<ToldRehearsal | undefined>;
  wipe(eventId: string): Promise<ToldRehearsal>;
}

/** `token`: gives a host's access token; a long rehearsal outlives one. */
export function createRehearsalApi(graphqlUrl: string, token: () => Promise<string>): RehearsalApi {
  const ask = async (query: string, variables: object) =>
    askApi(graphqlUrl, { Authorization: await token() }, query, variables);
  return {
    rehearse: async (eventId, wish) => rehearsalSchema.parse(await ask(REHEARSE, { eventId, ...wish })),
    rehearsal: async (eventId) =>
      rehearsalSchema.nullish().parse(await ask(REHEARSAL, { eventId })) ?? undefined,
    wipe: async (eventId) => rehearsalSchema.parse(await ask(WIPE, { eventId })),
  };
}

const REHEARSE = `mutation ($eventId: ID!, $guests: Int!, $photos: Int!, $minutes: Int!, $readsForReal: Boolean!) {
  rehearse(eventId: $eventId, guests: $guests, photos: $photos, minutes: $minutes, readsForReal: $readsForReal) {
    ${FIELDS} }
}`;
const REHEARSAL = `query ($eventId: ID!) { rehearsal(eventId: $eventId) { ${FIELDS} } }`;
const WIPE = `mutation ($eventId: ID!) { wipeRehearsal(eventId: $eventId) { ${FIELDS} } }`;
