import { list, optional, record, text } from "./parse.ts";

export const refusals = ["changed", "gone", "banned", "off-screen", "no-picture"] as const;
/** `changed`: another host decided meanwhile. */
export type Refusal = (typeof refusals)[number];

/** What became of a host's order. */
export interface HostAction {
  /** The entry of the trail; null: nothing was done. */
  readonly entryId: string | null;
  /** Ids of what it was done to. */
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: Refusal }[];
}

export const HOST_ACTION = "entryId done refused { id why }";

/** Throws on anything else. A reason that this page does not know counts as `changed`: look again. */
export function parseHostAction(value: unknown): HostAction {
  const source = record(value, "host action");
  return {
    entryId: optional(source, "entryId", text),
    done: list(source, "done", String),
    refused: list(source, "refused", (entry) => {
      const choice = record(entry, "refused choice");
      const why = refusals.find((known) => known === choice["why"]) ?? "changed";
      return { id: text(choice, "id"), why };
    }),
  };
}
