import type { HostAction } from "../../backend/host-action.ts";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { GuestChange } from "../../backend/host-guests.ts";
import type { HostPhoto } from "../../backend/host-photo.ts";
import type { GuestsListener } from "../../backend/watch-guest-pages.ts";
import type { GuestsBackend } from "./guests-backend.ts";

export const aGuest = (change: Partial<HostGuest> & { readonly guestId: string }): HostGuest => ({
  displayName: change.guestId,
  reading: null,
  language: "ja",
  isExcluded: false,
  bannedAt: null,
  heldName: null,
  isNamedByHost: false,
  hasLeft: false,
  score: null,
  photos: 0,
  decision: null,
  version: 1,
  ...change,
});

/** As the API: versions, a trail of decisions, refusals. What happens is told by hand or by its own decisions. */
export class FakeGuests implements GuestsBackend {
  readonly guests = new Map<string, HostGuest>();
  readonly photos = new Map<string, readonly HostPhoto[]>();
  readonly changes: { readonly guestId: string; readonly seen: number; readonly change: GuestChange }[] = [];
  readonly searches: string[] = [];
  readonly undone: string[] = [];
  /** The next calls reject. */
  isCutOff = false;
  /** Reading stops before the end, as of a large event. */
  isSlow = false;
  readonly #listeners = new Set<GuestsListener>();
  readonly #trail = new Map<string, HostGuest>();

  constructor(guests: readonly HostGuest[]) {
    for (const guest of guests) this.guests.set(guest.guestId, guest);
  }

  /** Another host, or a photo that came: everybody who watches hears of it. */
  tell(guest: HostGuest): void {
    this.guests.set(guest.guestId, guest);
    for (const listener of this.#listeners) listener.onGuests([guest]);
  }

  /** Without anybody being told. */
  decideElsewhere(guestId: string, change: Partial<HostGuest>): void {
    const guest = this.#guest(guestId);
    const count = (guest.decision?.count ?? 0) + 1;
    const decision = { by: "Taro", at: 1_800_000_000_000, count };
    this.guests.set(guestId, { ...guest, ...change, decision, version: guest.version + 1 });
  }

  connect(isConnected: boolean): void {
    for (const listener of this.#listeners) listener.onConnection(isConnected);
  }

  readonly watch: GuestsBackend["watch"] = (_eventId, listener) => {
    this.#listeners.add(listener);
    const all = [...this.guests.values()];
    listener.onGuests(this.isSlow ? all.slice(0, 2) : all);
    if (!this.isSlow) listener.onWhole();
    return () => this.#listeners.delete(listener);
  };

  readonly search: GuestsBackend["search"] = async (_eventId, search) => {
    this.searches.push(search);
    const guests = [...this.guests.values()].filter((guest) => guest.displayName.includes(search));
    return { guests, nextToken: null };
  };

  readonly readGuest: GuestsBackend["readGuest"] = async (_eventId, guestId) => {
    this.#reach();
    return this.guests.get(guestId) ?? null;
  };

  readonly readPhotosOfGuest: GuestsBackend["readPhotosOfGuest"] = async (_eventId, guestId) => {
    this.#reach();
    return this.photos.get(guestId) ?? [];
  };

  readonly readPictures: GuestsBackend["readPictures"] = async (_eventId, photos) =>
    photos.map(({ photoId }) => ({
      photoId,
      display: `/${photoId}-display.jpg`,
      thumbnail: `/${photoId}.jpg`,
    }));

  readonly change: GuestsBackend["change"] = async (_eventId, guestId, seen, change) => {
    this.#reach();
    this.changes.push({ guestId, seen, change });
    const guest = this.guests.get(guestId);
    if (guest === undefined) return nothing(guestId, "gone");
    if ((guest.decision?.count ?? 0) !== seen) return nothing(guestId, "changed");
    const { isBanned, displayName, ...rest } = change;
    const entryId = `entry-${this.#trail.size + 1}`;
    this.#trail.set(entryId, guest);
    this.tell({
      ...guest,
      ...rest,
      ...(displayName !== undefined && { displayName, isNamedByHost: true }),
      ...(isBanned !== undefined && { bannedAt: isBanned ? 1_800_000_000_000 : null }),
      decision: { by: "Hanako", at: 1_800_000_000_000, count: seen + 1 },
      version: guest.version + 1,
    });
    return { entryId, done: [guestId], refused: [] };
  };

  readonly undo: GuestsBackend["undo"] = async (_eventId, entryId) => {
    this.#reach();
    this.undone.push(entryId);
    const former = this.#trail.get(entryId);
    if (former === undefined) throw new Error("there is no such entry");
    const now = this.#guest(former.guestId);
    if ((now.decision?.count ?? 0) !== (former.decision?.count ?? 0) + 1)
      return nothing(former.guestId, "changed");
    const count = (now.decision?.count ?? 0) + 1;
    this.tell({
      ...former,
      decision: { by: "Hanako", at: 1_800_000_000_000, count },
      version: now.version + 1,
    });
    return { entryId: `undo-${entryId}`, done: [former.guestId], refused: [] };
  };

  #guest(guestId: string): HostGuest {
    const guest = this.guests.get(guestId);
    if (guest === undefined) throw new Error(`no guest ${guestId}`);
    return guest;
  }

  #reach(): void {
    if (this.isCutOff) throw new Error("the network is gone");
  }
}

function nothing(id: string, why: "changed" | "gone"): HostAction {
  return { entryId: null, done: [], refused: [{ id, why }] };
}
