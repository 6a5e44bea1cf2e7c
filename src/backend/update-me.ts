import { toLanguage, type Language } from "#domain/language";
import { request } from "./client.ts";
import { errorTypeOf } from "./error-type.ts";
import { flag, optional, record, text } from "./parse.ts";

/** What a guest decides about oneself. */
export interface MyWish {
  readonly displayName: string;
  /** The chosen name, while it waits for a host. */
  readonly heldName: string | null;
  readonly isOffScreen: boolean;
  readonly language: Language;
}

export type WishChange = Partial<Pick<MyWish, "displayName" | "isOffScreen" | "language">>;

/** `no-name`: nothing visible in it. `named-by-host`: a host gave the name, and it stays. */
export type WishRefusal = "no-name" | "named-by-host";

const UPDATE = `mutation UpdateMe($change: AWSJSON!) {
  updateMe(change: $change) { displayName heldName isOffScreen language }
}`;

/** Rejects as `request` does. */
export async function updateMe(token: string, change: WishChange): Promise<MyWish | WishRefusal> {
  try {
    const variables = { change: JSON.stringify(change) };
    const answer = record(await request(UPDATE, variables, { kind: "guest", token }), "answer");
    return parseWish(record(answer["updateMe"], "updateMe"));
  } catch (error) {
    const type = errorTypeOf(error);
    if (type === "NamedByHost") return "named-by-host";
    if (type === "BadInput" && change.displayName !== undefined) return "no-name";
    throw error;
  }
}

function parseWish(source: Record<string, unknown>): MyWish {
  return {
    displayName: text(source, "displayName"),
    heldName: optional(source, "heldName", text),
    isOffScreen: flag(source, "isOffScreen"),
    language: toLanguage(text(source, "language")),
  };
}
