import { isRecord, optional, text } from "./parse.ts";

/** What a page learns from `/amplify_outputs.json`. */
export interface Outputs {
  /** The file as Amplify wrote it, for `Amplify.configure`. */
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
    amplify: file,
    cdnUrl: text(file.custom, "cdnUrl").replace(/\/+$/, ""),
    liffId: text(file.custom, "liffId"),
    botBasicId: optional(file.custom, "botBasicId", text),
  };
}
