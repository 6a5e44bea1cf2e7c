import type { InMemoryHostStore } from "./in-memory-host-store.ts";
import type { InMemoryStore } from "./in-memory-store.ts";
import type { EndingStore } from "./ports/ending-store.ts";

/** The deletion of events over the stores that it is given. For tests. */
export class InMemoryEndingStore implements Omit<EndingStore, "eventsInState"> {
  readonly #store: InMemoryStore;
  readonly #hosts: InMemoryHostStore;

  constructor(store: InMemoryStore, hosts: InMemoryHostStore) {
    this.#store = store;
    this.#hosts = hosts;
  }

  hasShownPhotos = async (eventId: string) =>
    [...this.#store.photos.values()].some((photo) => photo.eventId === eventId && photo.state === "shown");

  dropPhoto: EndingStore["dropPhoto"] = async ({ eventId, guestId, photoId }) => {
    const key = `${eventId}#${guestId}#${photoId}`;
    if ((this.#store.photos.get(key)?.state ?? "removed") !== "removed") return false;
    this.#store.photos.delete(key);
    return true;
  };

  dropGuest: EndingStore["dropGuest"] = async ({ eventId, guestId }) => {
    const key = `${eventId}#${guestId}`;
    const row = this.#store.guests.get(key);
    const isLeft = row === undefined || (row.erasedAt !== undefined && !this.#store.lineUsers.has(key));
    if (isLeft) this.#store.guests.delete(key);
    return isLeft;
  };

  forgetWhereabouts: EndingStore["forgetWhereabouts"] = async (lineUserId, eventId, isFormer) => {
    const person = this.#store.persons.get(lineUserId);
    if (person === undefined) return;
    const { eventId: now, formerEventId: former, ...rest } = person;
    this.#store.persons.set(lineUserId, {
      ...rest,
      ...(now !== undefined && (isFormer || now !== eventId) && { eventId: now }),
      ...(former !== undefined && (!isFormer || former !== eventId) && { formerEventId: former }),
    });
  };

  reduceAudit: EndingStore["reduceAudit"] = async (eventId, entryId) => {
    const known = this.#hosts.audit.get(entryId);
    if (known === undefined) return;
    const { before: _before, after: _after, ...rest } = known;
    this.#hosts.audit.set(entryId, { ...rest, subject: eventId });
  };

  eraseEvent: EndingStore["eraseEvent"] = async (eventId, address) => {
    const event = this.#store.events.get(eventId);
    if (event === undefined || (event.state !== "erasing" && event.state !== "erased")) return false;
    const { stage: _stage, ...rest } = event;
    const gone = { boardId: address, joinCode: address, nameWords: [], state: "erased" } as const;
    this.#store.events.set(eventId, { ...rest, ...gone });
    this.#store.ladders.delete(eventId);
    this.#store.ladderDueAt.delete(eventId);
    return true;
  };
}
