import type { RestResponse } from "../service.ts";

export const S3_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

export function xmlAnswer(body: string, headers: Readonly<Record<string, string>> = {}): RestResponse {
  return { status: 200, headers: { "content-type": "application/xml", ...headers }, body };
}

export function isoTime(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
