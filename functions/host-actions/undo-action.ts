import * as z from "zod";
import { hostWords } from "#domain/moderation";
import { parseChange } from "./event-input.ts";
import { undoUpdate } from "./update-event.ts";
import { decideGuest, type GuestEdit } from "./change-guest.ts";
import { decidePhotos } from "./decide-photos.ts";
import type { HostAction } from "./host-action.ts";
import type { HostPorts } from "./host-ports.ts";
import { lookAt } from "./moderate-photos.ts";
import type { Refusal } from "./refusal.ts";
import type { Order } from "./trail.ts";

const photosShape = z.record(
  z.string(),
  z.object({ guestId: z.string(), hostSays: z.enum(hostWords).nullable() }),
);
const guestShape: z.ZodType<GuestEdit> = z.strictObject({
  displayName: z.string().exactOptional(),
  isNamedByHost: z.boolean().exactOptional(),
  reading: z.string().nullable().exactOptional(),
  isExcluded: z.boolean().exactOptional(),
  isBanned: z.boolean().exactOptional(),
});

/** Takes an entry of the trail back, as far as nobody decided since. What an undo did can be undone as well. */
export async function undoAction(
  ports: HostPorts,
  order: Order,
  entryId: string,
): Promise<HostAction | Refusal> {
  const entry = await ports.hosts.auditEntry(order.eventId, entryId);
  if (entry === undefined) return { refused: "NotFound", words: "there is no such entry" };
  if (!entry.isDone) return { refused: "BadInput", words: "this came to nothing: there is nothing to undo" };
  const undo = { ...order, undoes: entryId };
  const photos = photosShape.safeParse(entry.before);
  if (photos.success) return undoPhotos(ports, undo, photos.data);
  const guest = guestShape.safeParse(entry.before);
  if (guest.success) {
    return decideGuest(
      ports,
      undo,
      entry.subject,
      guest.data,
      ({ decision }) => decision?.entryId === entryId,
    );
  }
  const [before, after] = [parseChange(entry.before), parseChange(entry.after)];
  if (!("refused" in before) && !("refused" in after) && Object.keys(before).length > 0) {
    return undoUpdate(ports, undo, { before, after });
  }
  return { refused: "BadInput", words: "this cannot be undone from here" };
}

async function undoPhotos(
  ports: HostPorts,
  undo: Order & { readonly undoes: string },
  before: z.output<typeof photosShape>,
): Promise<HostAction> {
  const looked = await Promise.all(
    Object.entries(before).map(([photoId, { guestId, hostSays }]) =>
      lookAt(ports, {
        key: { eventId: undo.eventId, guestId, photoId },
        says: hostSays ?? undefined,
        isStill: ({ decision }) => decision?.entryId === undo.undoes,
      }),
    ),
  );
  return decidePhotos(
    ports,
    undo,
    looked.flatMap((one) => ("word" in one ? [one.word] : [])),
    looked.flatMap((one) => ("refused" in one ? [one.refused] : [])),
  );
}
