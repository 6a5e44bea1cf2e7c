import * as z from "zod";
import { type EventRules, seedRules } from "#domain/event-rules";
import { eventRulesShape } from "../../functions/shared/adapters/event-rules-shape.ts";

/** What the API answered to an order that it did not follow: its own words. */
export class Refused extends Error {}

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

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

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
    const response = await fetch(graphqlUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: token },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = answerSchema.parse(await response.json());
    if (errors.length > 0) throw new Refused(errors.map(({ message }) => message).join("; "));
    return shape.parse(Object.values(data ?? {})[0]);
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
