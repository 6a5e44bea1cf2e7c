import { FieldError, Unauthorized, unsupportedLocally } from "../../errors.ts";
import { plainCopy, plainRecord } from "../../shape.ts";
import { current, EarlyReturn } from "../invocation.ts";
import { attributeValues } from "./attribute-values.ts";
import { authTypeOf } from "./auth-type.ts";
import { filterExpression } from "./filter-expression.ts";
import { identifiers } from "./identifiers.ts";
import { toSubscriptionFilter } from "./subscription-filter.ts";
import { times } from "./times.ts";

const MOST_INVALIDATIONS = 5;

function missing(prefix: string, ...names: string[]): Record<string, () => never> {
  const refuse = (name: string) => (): never => {
    throw unsupportedLocally(`${prefix}.${name}`);
  };
  return Object.fromEntries(names.map((name) => [name, refuse(name)]));
}

function raised(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): FieldError {
  return new FieldError(
    String(message),
    errorType ?? null,
    plainCopy(data ?? null),
    plainCopy(errorInfo ?? null),
  );
}

const asJson = (filter: unknown) => {
  const expression = filterExpression(filter);
  return expression && JSON.stringify(expression);
};

function escapeJavaScript(value: string): string {
  const escapes: Record<string, string> = { "\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f" };
  return value.replace(/["'\\/\n\r\t\b\f]/g, (character) => `\\${escapes[character] ?? character}`);
}

const util = {
  ...identifiers,
  escapeJavaScript,
  urlEncode: (value: string) => encodeURIComponent(value).replaceAll("%20", "+"),
  urlDecode: (value: string) => decodeURIComponent(value.replaceAll("+", "%20")),
  base64Encode: (value: string) => Buffer.from(value, "utf8").toString("base64"),
  base64Decode: (value: string) => Buffer.from(value, "base64").toString("utf8"),
  unauthorized(): never {
    throw new Unauthorized();
  },
  error(...details: Parameters<typeof raised>): never {
    throw raised(...details);
  },
  appendError(...details: Parameters<typeof raised>): void {
    current().effects.appended.push(raised(...details));
  },
  matches: (pattern: string, value: string) => new RegExp(`^(?:${pattern})$`, "s").test(value),
  authType: () => authTypeOf(current().identity),
  time: times,
  dynamodb: attributeValues,
  transform: {
    toDynamoDBFilterExpression: asJson,
    toDynamoDBConditionExpression: asJson,
    toSubscriptionFilter,
    ...missing("util.transform", "toElasticsearchQueryDSL"),
  },
  str: {
    normalize: (value: string, form: string) => value.normalize(form.toUpperCase()),
  },
  math: {
    roundNum: (value: number) => Math.round(value),
    minVal: (left: number, right: number) => Math.min(left, right),
    maxVal: (left: number, right: number) => Math.max(left, right),
    randomDouble: () => Math.random(),
    randomWithinRange: (start: number, end: number) => start + Math.floor(Math.random() * (end - start)),
  },
  rds: missing("util.rds", "toJsonString", "toJsonObject"),
  http: missing("util.http", "copyHeaders", "addResponseHeader", "addResponseHeaders"),
  xml: missing("util.xml", "toMap", "toJsonString"),
};

const extensions = {
  setSubscriptionFilter(filter: unknown): void {
    current().effects.subscriptionFilter = plainCopy(filter);
  },
  setSubscriptionInvalidationFilter(filter: unknown): void {
    current().effects.invalidationFilter = plainCopy(filter);
  },
  invalidateSubscriptions(request: { subscriptionField: string; payload: unknown }): void {
    const { invalidations } = current().effects;
    if (invalidations.length >= MOST_INVALIDATIONS) {
      throw new FieldError("A request can invalidate subscriptions at most five times", "Code");
    }
    const { subscriptionField, payload } = request;
    invalidations.push({ subscriptionField, payload: plainRecord(payload) });
  },
  ...missing("extensions", "evictFromApiCache"),
};

const runtime = {
  earlyReturn(value?: unknown, options?: { skipTo?: "END" | "NEXT" }): never {
    throw new EarlyReturn(plainCopy(value ?? null), options?.skipTo ?? "NEXT");
  },
};

export const tools = { util, extensions, runtime };
