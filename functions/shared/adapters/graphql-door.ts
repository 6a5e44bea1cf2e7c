import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";

/** One operation: the whole document, and the one field that it asks for. */
export interface Operation {
  readonly field: string;
  readonly document: string;
}

export interface GraphqlDoor {
  /**
   * Sends an operation signed as this function and parses the field's value. Throttling, lost connections and
   * server errors are tried again. Faults: `api-unreachable`, `api-refused`.
   */
  call<T>(operation: Operation, variables: object, shape: z.ZodType<T>): Promise<T>;
}

interface DoorOptions {
  readonly fetch: AwsFetch;
  readonly url: () => Promise<string>;
  /** Before the second try; doubles each time. */
  readonly firstPauseMs?: number;
}

const TRIES = 5;
// Of the API itself, or of the table behind it: AppSync answers that with 200.
const passing =
  /throttl|toomanyrequests|throughputexceeded|limitexceeded|executiontimeout|internalserver|internalfailure|serviceunavailable/i;

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ errorType: z.string().nullish() })).nullish(),
});

type Outcome =
  | { readonly kind: "answered"; readonly value: unknown }
  | { readonly kind: "try-again"; readonly cause: unknown }
  | { readonly kind: "refused"; readonly cause: string };

export function createGraphqlDoor(options: DoorOptions): GraphqlDoor {
  const { firstPauseMs = 100 } = options;
  return {
    async call(operation, variables, shape) {
      let cause: unknown;
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        if (attempt > 0) await pause(firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
        const outcome = await send(options, operation, variables);
        if (outcome.kind === "refused") throw new Fault("api-refused", outcome.cause);
        if (outcome.kind === "answered") return parse(shape, outcome.value, operation.field);
        ({ cause } = outcome);
      }
      throw new Fault("api-unreachable", cause);
    },
  };
}

async function send(options: DoorOptions, operation: Operation, variables: object): Promise<Outcome> {
  const url = await options.url();
  const body = JSON.stringify({ query: operation.document, variables });
  try {
    const response = await options.fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return judge(operation, response.status, response.text());
  } catch (error) {
    return { kind: "try-again", cause: error };
  }
}

function judge(operation: Operation, status: number, text: string): Outcome {
  if (status === 429 || status >= 500) return { kind: "try-again", cause: `${operation.field} ${status}` };
  const answer = answerShape.safeParse(asJson(text));
  const types = (answer.data?.errors ?? []).map((error) => error.errorType ?? "unnamed");
  if (types.some((type) => passing.test(type))) return { kind: "try-again", cause: types.join(" ") };
  // AppSync answers a denied field with 200 and errors, a bad signature with 401 or 403.
  if (status !== 200 || !answer.success || types.length > 0) {
    return { kind: "refused", cause: [operation.field, status, ...types].join(" ") };
  }
  return { kind: "answered", value: answer.data.data?.[operation.field] };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not the API's own words: judged by the status and the missing shape
  }
}

function parse<T>(shape: z.ZodType<T>, value: unknown, field: string): T {
  const parsed = shape.safeParse(withoutNulls(value));
  if (!parsed.success) throw new Fault("api-refused", `${field} answered in an unknown shape`);
  return parsed.data;
}

/** GraphQL answers null for what is missing; inside, missing is missing. */
function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object") return value;
  const members = Object.entries(value ?? {}).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
