import * as z from "zod";
import { changeGuest } from "./change-guest.ts";
import { changeRules, undoRules } from "./change-rules.ts";
import { createEvent, duplicateEvent } from "./create-event.ts";
import { endEvent } from "./end-event.ts";
import type { HostPorts } from "./host-ports.ts";
import { moderatePhotos } from "./moderate-photos.ts";
import { cancelExport, orderExport } from "./order-export.ts";
import { rehearse } from "./rehearse.ts";
import { setStage } from "./set-stage.ts";
import { showPictures } from "./show-pictures.ts";
import { takeExport } from "./take-export.ts";
import type { Order } from "./trail.ts";
import { undoAction } from "./undo-action.ts";
import { renewBoard, updateEvent } from "./update-event.ts";
import { wipeRehearsal } from "./wipe-rehearsal.ts";

/** Who asks; of which event stands in the arguments. */
export type Orderer = Omit<Order, "eventId">;

/** One operation of hosts: what it takes, and who carries it out. */
interface Operation {
  readonly carryOut: (ports: HostPorts, by: Orderer, args: unknown) => Promise<unknown>;
}

/** Arguments in an unknown shape are a fault: the API has checked them already. */
function operation<T>(
  args: z.ZodType<T>,
  run: (ports: HostPorts, by: Orderer, args: T) => Promise<unknown>,
): Operation {
  return { carryOut: (ports, by, given) => run(ports, by, args.parse(given)) };
}

const eventId = z.string();
const photoName = z.object({ guestId: z.string(), photoId: z.string() });
const choice = photoName.extend({ seen: z.number() });

/** Every field of the API that `host-action.js` hands over, by its name. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  [
    "changeRules",
    operation(
      z.object({ eventId, rules: z.unknown(), seenJobId: z.string().nullish() }),
      (ports, by, { rules, seenJobId, ...of }) =>
        changeRules(ports, { ...by, ...of }, rules, seenJobId ?? undefined),
    ),
  ],
  ["undoRules", operation(z.object({ eventId }), (ports, by, of) => undoRules(ports, { ...by, ...of }))],
  [
    "moderatePhotos",
    operation(
      z.object({ eventId, says: z.string(), photos: z.array(choice) }),
      (ports, by, { says, photos, ...of }) => moderatePhotos(ports, { ...by, ...of }, says, photos),
    ),
  ],
  [
    "changeGuest",
    operation(
      z.object({ eventId, guestId: z.string(), seen: z.number(), change: z.unknown() }),
      (ports, by, { eventId: id, ...wish }) => changeGuest(ports, { ...by, eventId: id }, wish),
    ),
  ],
  [
    "undoAction",
    operation(z.object({ eventId, entryId: z.string() }), (ports, by, { entryId, ...of }) =>
      undoAction(ports, { ...by, ...of }, entryId),
    ),
  ],
  ["createEvent", operation(z.record(z.string(), z.unknown()), createEvent)],
  [
    "duplicateEvent",
    operation(z.looseObject({ eventId }), (ports, by, { eventId: id, ...copy }) =>
      duplicateEvent(ports, { ...by, eventId: id }, copy),
    ),
  ],
  [
    "updateEvent",
    operation(
      z.object({ eventId, seen: z.number(), change: z.unknown(), title: z.string().nullish() }),
      (ports, by, { seen, change, title, ...of }) =>
        updateEvent(ports, { ...by, ...of }, seen, change, title),
    ),
  ],
  [
    "endEvent",
    operation(
      z.object({ eventId, seen: z.number(), title: z.string().nullish() }),
      (ports, by, { eventId: id, ...wish }) => endEvent(ports, { ...by, eventId: id }, wish),
    ),
  ],
  [
    "renewBoard",
    operation(z.object({ eventId, seen: z.number() }), (ports, by, { seen, ...of }) =>
      renewBoard(ports, { ...by, ...of }, seen),
    ),
  ],
  [
    "setStage",
    operation(
      z.object({
        eventId,
        name: z.string(),
        step: z.number().nullish(),
        minutes: z.number().nullish(),
        skipped: z.array(z.string()).nullish(),
        alternates: z.boolean().nullish(),
        awards: z.array(z.unknown()).nullish(),
        seen: z.number(),
        attempt: z.string(),
      }),
      (ports, by, { eventId: id, ...wish }) => setStage(ports, { ...by, eventId: id }, wish),
    ),
  ],
  [
    "orderExport",
    operation(z.object({ eventId, images: z.string() }), (ports, by, { images, ...of }) =>
      orderExport(ports, { ...by, ...of }, images),
    ),
  ],
  [
    "takeExport",
    operation(
      z.object({ eventId, exportId: z.string(), part: z.int() }),
      (ports, by, { eventId: id, ...wish }) => takeExport(ports, { ...by, eventId: id }, wish),
    ),
  ],
  [
    "cancelExport",
    operation(z.object({ eventId }), (ports, by, of) => cancelExport(ports, { ...by, ...of })),
  ],
  [
    "rehearse",
    operation(
      z.object({
        eventId,
        guests: z.number(),
        photos: z.number(),
        minutes: z.number(),
        readsForReal: z.boolean(),
      }),
      (ports, by, { eventId: id, ...wish }) => rehearse(ports, { ...by, eventId: id }, wish),
    ),
  ],
  [
    "wipeRehearsal",
    operation(z.object({ eventId }), (ports, by, of) => wipeRehearsal(ports, { ...by, ...of })),
  ],
  [
    "pictures",
    operation(
      z.object({ eventId, photos: z.array(photoName) }),
      async (ports, _by, { eventId: id, photos }) => showPictures(ports, id, photos),
    ),
  ],
]);
