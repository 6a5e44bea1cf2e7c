import * as z from "zod";
import type { Outcome } from "./outcome.ts";

export interface UrlResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const structured = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
});

const JSON_TYPE = { "content-type": "application/json" };

/** What the caller of a function URL sees: a result with `statusCode` as it says, any other as JSON. */
export function functionUrlResponse(outcome: Outcome): UrlResponse {
  if (outcome.functionError !== undefined) return plainError(502, "Internal Server Error");
  const result: unknown = JSON.parse(outcome.payload);
  if (typeof result !== "object" || result === null || !("statusCode" in result)) {
    return { status: 200, headers: JSON_TYPE, body: Buffer.from(outcome.payload) };
  }
  const parsed = structured.safeParse(result);
  if (!parsed.success) return plainError(502, "Internal Server Error");
  const { statusCode, headers = {}, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: { ...JSON_TYPE, ...Object.fromEntries(named), ...(cookies && { "set-cookie": cookies }) },
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
}

export function plainError(status: number, Message: string): UrlResponse {
  return {
    status,
    headers: JSON_TYPE,
    body: Buffer.from(status === 502 ? Message : JSON.stringify({ Message })),
  };
}
