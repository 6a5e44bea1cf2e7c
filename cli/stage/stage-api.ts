import * as z from "zod";
import { type StageRecord, stageNames, type StageWish } from "#domain/stage";
import { askApi } from "../ask-api.ts";

const orMissing = <T>(shape: z.ZodType<T>) => shape.nullish().transform((found) => found ?? undefined);
const stageSchema = z
  .object({
    name: z.enum(stageNames),
    step: orMissing(z.number()),
    takesUntil: orMissing(z.number()),
    result: orMissing(z.array(z.string())),
    alternates: orMissing(z.boolean()),
    version: z.number(),
  })
  .transform(({ name, version, step, takesUntil, result, alternates }): ToldStage => ({
    name,
    version,
    ...(step !== undefined && { step }),
    ...(takesUntil !== undefined && { takesUntil }),
    ...(result !== undefined && { result }),
    ...(alternates === true && { alternates }),
  }));
const STAGE_FIELDS = "name step takesUntil result alternates version";

/** The stage as it is, and how often it was set. */
export type ToldStage = StageRecord & { readonly version: number };

export interface StageOrder extends StageWish {
  /** The version of the stage that was looked at. */
  readonly seen: number;
  /** The same for every repetition: it happens once. */
  readonly attempt: string;
}

/** The part of the API that a host needs to lead the show. */
export interface StageApi {
  /** Undefined: there is no such event. */
  stageOf(eventId: string): Promise<ToldStage | undefined>;
  setStage(eventId: string, order: StageOrder): Promise<ToldStage>;
}

/** With a host's access token. Throws `Refused`, and others when nobody answers. */
export function createStageApi(graphqlUrl: string, token: string): StageApi {
  const ask = (query: string, variables: object) =>
    askApi(graphqlUrl, { Authorization: token }, query, variables);
  return {
    stageOf: async (eventId) => {
      const query = `query ($eventId: ID!) { hostEvent(eventId: $eventId) { stage { ${STAGE_FIELDS} } } }`;
      return z
        .object({ stage: stageSchema })
        .nullish()
        .parse(await ask(query, { eventId }))?.stage;
    },
    setStage: async (eventId, order) => stageSchema.parse(await ask(SET_STAGE, { eventId, ...order })),
  };
}

const SET_STAGE = `mutation ($eventId: ID!, $name: String!, $step: Int, $minutes: Int, $alternates: Boolean,
  $seen: Int!, $attempt: ID!) {
  setStage(eventId: $eventId, name: $name, step: $step, minutes: $minutes, alternates: $alternates, seen: $seen,
    attempt: $attempt) { ${STAGE_FIELDS} }
}`;
