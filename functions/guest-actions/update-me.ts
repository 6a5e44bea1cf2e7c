import * as z from "zod";
import { languages } from "#domain/language";
import { changeWish } from "../shared/change-wish.ts";
import type { GuestKey, OwnWish } from "../shared/ports/ceremony-store.ts";
import { settleGuests } from "../shared/settle-guests.ts";
import type { GuestPorts } from "./guest-ports.ts";

const changeShape = z
  .strictObject({
    displayName: z.string().max(1_000).exactOptional(),
    isOffScreen: z.boolean().exactOptional(),
    language: z.enum(languages).exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0);

/** What a guest can do something about; it becomes a GraphQL error of this type with these words. */
export interface GuestRefusal {
  readonly refused: "BadInput" | "NotFound" | "NamedByHost";
  readonly words: string;
}

/** P6, N1–N3: name, on-screen wish and language of the session's guest; all that is shown follows. */
export async function updateMe(
  { store, orderQueue }: Pick<GuestPorts, "store" | "orderQueue">,
  { eventId, guestId }: GuestKey,
  change: unknown,
): Promise<OwnWish | GuestRefusal> {
  const wish = changeShape.safeParse(change);
  if (!wish.success)
    return { refused: "BadInput", words: "change: any of displayName, isOffScreen, language" };
  const answer = await settleGuests({ orderQueue }, eventId, [guestId], () =>
    changeWish(store, { eventId, guestId }, wish.data),
  );
  if ("refused" in answer) return refusals[answer.refused];
  // K4
  if (wish.data.language !== undefined) await orderQueue.send({ kind: "speak", eventId, guestId }, 0);
  const { displayName, heldName, isOffScreen, language } = answer;
  return { displayName, ...(heldName !== undefined && { heldName }), isOffScreen, language };
}

const refusals = {
  "no-guest": { refused: "NotFound", words: "there is no such guest" },
  "no-name": { refused: "BadInput", words: "displayName: a name with something visible in it" },
  "named-by-host": { refused: "NamedByHost", words: "a host gave this name" },
} as const satisfies Readonly<Record<string, GuestRefusal>>;
