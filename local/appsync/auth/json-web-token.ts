import { isRecord, type Fields } from "../shape.ts";

function decoded(part: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The unverified payload of a text that has the form of a JWT; undefined for any other text. */
export function peekToken(token: string): Fields | undefined {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  return decoded(header)?.["alg"] === undefined ? undefined : decoded(payload);
}
