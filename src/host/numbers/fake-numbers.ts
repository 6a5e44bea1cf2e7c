import type { NumbersPhoto } from "#domain/numbers-photo";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { NumbersListener } from "../../backend/watch-number-pages.ts";
import { exampleEvent } from "../events/example-event.ts";
import type { NumbersBackend } from "./numbers-backend.ts";

/** For tests: an event whose photos and guests are told by hand. */
export class FakeNumbers implements NumbersBackend {
  event: HostEvent | null = exampleEvent;
  guests: readonly HostGuest[];
  photos: readonly NumbersPhoto[];
  readonly #listeners = new Set<NumbersListener>();

  constructor(photos: readonly NumbersPhoto[] = [], guests: readonly HostGuest[] = []) {
    this.photos = photos;
    this.guests = guests;
  }

  /** What is known from now on. */
  tell(photos: readonly NumbersPhoto[]): void {
    this.photos = photos;
    for (const listener of this.#listeners) listener.onPhotos(photos);
  }

  readonly watchPhotos: NumbersBackend["watchPhotos"] = (_eventId, listener) => {
    this.#listeners.add(listener);
    queueMicrotask(() => {
      listener.onPhotos(this.photos);
      listener.onWhole();
    });
    return () => this.#listeners.delete(listener);
  };
  readonly watchGuests: NumbersBackend["watchGuests"] = (_eventId, { onGuests, onWhole }) => {
    queueMicrotask(() => {
      onGuests(this.guests);
      onWhole();
    });
    return () => undefined;
  };
  readonly watchEvent: NumbersBackend["watchEvent"] = (_eventId, { onEvent }) => {
    const read = () => queueMicrotask(() => onEvent(this.event));
    read();
    return { read, stop: () => {} };
  };
  readonly readPictures: NumbersBackend["readPictures"] = async (_eventId, photos) =>
    photos.map(({ photoId }) => ({
      photoId,
      display: `/pictures/${photoId}.jpg`,
      thumbnail: `/pictures/${photoId}-small.jpg`,
    }));
}
