import * as z from "zod";
import { type EventRules, seedRules } from "#domain/event-rules";
import { askApi } from "../ask-api.ts";
import { eventRulesShape } from "../../functions/shared/adapters/event-rules-shape.ts";

const fromJson = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : undefined);
const rulesSchema = z.object({
  rules: z.preprocess(fromJson, eventRulesShape.default(seedRules)),
  formerRules: z.preprocess(fromJson, eventRulesShape.optional()),
});
const jobSchema = z.object({
  jobId: z.string(),
  state: z.string(),
  total: z.number().nullable(),
  done: z.number(),
  movedAt: z.number(),
});
export type JobState = z.output<typeof jobSchema>;
const jobFields = "jobId state total done movedAt";

/** The part of the API that a host needs to change rules. */
export interface HostApi {
  /** Undefined: there is no such event. */
  rulesOf(
    eventId: string,
  ): Promise<{ readonly rules: EventRules; readonly formerRules?: EventRules | undefined } | undefined>;
  changeRules(eventId: string, rules: EventRules): Promise<JobState>;
  undoRules(eventId: string): Promise<JobState>;
  job(jobId: string): Promise<JobState | undefined>;
}

/** With a host's access token. Throws `Refused`, and others when nobody answers. */
export function createHostApi(graphqlUrl: string, token: string): HostApi {
  async function ask<T>(query: string, variables: object, shape: z.ZodType<T>): Promise<T> {
    return shape.parse(await askApi(graphqlUrl, { Authorization: token }, query, variables));
  }
  const orUndefined = <T>(shape: z.ZodType<T>): z.ZodType<T | undefined> =>
    shape.nullish().transform((found) => found ?? undefined);
  return {
    rulesOf: (eventId) =>
      ask(
        "query ($eventId: ID!) { rulesOf(eventId: $eventId) { rules formerRules } }",
        { eventId },
        orUndefined(rulesSchema),
      ),
    changeRules: (eventId, rules) =>
      ask(
        `mutation ($eventId: ID!, $rules: AWSJSON!) { changeRules(eventId: $eventId, rules: $rules) { ${jobFields} } }`,
        { eventId, rules: JSON.stringify(rules) },
        jobSchema,
      ),
    undoRules: (eventId) =>
      ask(
        `mutation ($eventId: ID!) { undoRules(eventId: $eventId) { ${jobFields} } }`,
        { eventId },
        jobSchema,
      ),
    job: (jobId) =>
      ask(`query ($jobId: ID!) { job(jobId: $jobId) { ${jobFields} } }`, { jobId }, orUndefined(jobSchema)),
  };
}
