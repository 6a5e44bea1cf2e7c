import * as z from "zod";
import { invalid } from "./context.ts";

/** Members of a request that is answered in pages. */
export const pageSchema = {
  Limit: z.number().int().min(0).max(60).default(60),
  NextToken: z.string().optional(),
};

export interface PageRequest {
  readonly Limit: number;
  readonly NextToken?: string | undefined;
}

export function page<T>(
  all: readonly T[],
  { Limit, NextToken }: PageRequest,
): { items: T[]; NextToken?: string } {
  const start = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64url").toString("utf8"));
  if (!Number.isInteger(start) || start < 0) throw invalid("Invalid pagination token");
  const end = start + (Limit === 0 ? 60 : Limit);
  const items = all.slice(start, end);
  return end < all.length ? { items, NextToken: Buffer.from(String(end)).toString("base64url") } : { items };
}
