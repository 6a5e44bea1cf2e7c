import { isRecord } from "../../shape.ts";

/** `util.authType()`: AppSync reads the mode back from the form of the identity. */
export function authTypeOf(identity: unknown): string {
  if (!isRecord(identity)) return "API Key Authorization";
  const has = (...names: string[]) =>
    names.every((name) => identity[name] !== undefined && identity[name] !== null);
  if (Object.keys(identity).length === 0 || has("resolverContext")) return "Lambda Authorization";
  if (has("accountId", "userArn", "username", "sourceIp")) return "IAM Authorization";
  if (has("sub", "issuer", "username", "claims", "sourceIp", "defaultAuthStrategy"))
    return "User Pool Authorization";
  if (has("sub", "issuer", "claims") && !("username" in identity)) return "Open ID Connect Authorization";
  return "API Key Authorization";
}
