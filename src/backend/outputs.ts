import { isRecord, optional, text } from "./parse.ts";

/** What a page learns from `/amplify_outputs.json`. */
export interface Outputs {
  /** The file as Amplify wrote it, without its identity pool, for `Amplify.configure`. */
  readonly amplify: Record<string, unknown>;
  /** Origin of the images, without a slash at the end. */
  readonly cdnUrl: string;
  readonly liffId: string;
  /** `@…`, by which guests find the bot; null where nobody set it. */
  readonly botBasicId: string | null;
}

/** Throws when a part that the pages need is missing. */
export function parseOutputs(file: unknown): Outputs {
  if (!isRecord(file) || !isRecord(file.data) || !isRecord(file.custom)) {
    throw new Error("amplify_outputs.json holds no data or custom part");
  }
  return {
    amplify: withoutIdentityPool(file),
    cdnUrl: text(file.custom, "cdnUrl").replace(/\/+$/, ""),
    liffId: text(file.custom, "liffId"),
    botBasicId: optional(file.custom, "botBasicId", text),
  };
}

/** Hosts need tokens and no AWS credentials, which Amplify would fetch with each of them. */
function withoutIdentityPool(file: Record<string, unknown>): Record<string, unknown> {
  if (!isRecord(file.auth)) return file;
  const { identity_pool_id: _, ...auth } = file.auth;
  return { ...file, auth };
}
