import type { HostAction, Refusal } from "../../backend/host-action.ts";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { photoIn } from "./photo-list.ts";
import type { QueueBackend, Says } from "./queue-backend.ts";
import { canSay, focused, movedOn, noneSelected, type Sending } from "./queue-state.ts";
import type { QueueStore } from "./queue-store.ts";

/** What the host is told about an own order. */
export type Notice =
  /** `photo`: when it is one. */
  | { readonly kind: "said"; readonly says: Says; readonly count: number; readonly photo: HostPhoto | null }
  | { readonly kind: "undone"; readonly count: number }
  | { readonly kind: "nothing-to-undo" }
  /** `photo` as it is now; null when it is gone. */
  | {
      readonly kind: "refused";
      readonly why: Refusal;
      readonly photo: HostPhoto | null;
      readonly count: number;
    }
  | { readonly kind: "failed"; readonly again: () => void };

interface Said {
  readonly ids: readonly string[];
  /** The entries of the trail that it became, the last one first. */
  readonly entries: Promise<readonly string[]>;
}

const AT_ONCE = 100;
/** A message about the decision is not waited for any longer. */
const SETTLE_MS = 3_000;
const MOST_LOOKED_AT = 10;

/** Sends the host's choices, one order after the other, and takes the last ones back. */
export class Decisions {
  readonly #eventId: string;
  readonly #backend: QueueBackend;
  readonly #store: QueueStore;
  readonly #tell: (notice: Notice) => void;
  readonly #said: Said[] = [];

  constructor(eventId: string, backend: QueueBackend, store: QueueStore, tell: (notice: Notice) => void) {
    this.#eventId = eventId;
    this.#backend = backend;
    this.#store = store;
    this.#tell = tell;
  }

  /** Says it of those for which it changes something, at once to the eye; the focus goes on to the next. */
  say(says: Says, photos: readonly HostPhoto[]): void {
    const { sending } = this.#store.view();
    const meant = photos.filter((photo) => !sending.has(photo.photoId) && canSay(photo, says));
    if (meant.length === 0) return;
    const ids = meant.map(({ photoId }) => photoId);
    const marks = meant.map((photo): [string, Sending] => [photo.photoId, { says, seen: seenOf(photo) }]);
    this.#store.change((view) => {
      const sent = { ...view, sending: new Map([...view.sending, ...marks]) };
      return movedOn(noneSelected(sent), ids);
    });
    this.#said.push({ ids, entries: this.#send(says, meant) });
    this.#tell({
      kind: "said",
      says,
      count: ids.length,
      photo: meant.length === 1 ? (meant[0] ?? null) : null,
    });
  }

  /** Takes the host's last order back; again, the one before it. */
  async undo(): Promise<void> {
    const last = this.#said.pop();
    if (last === undefined) {
      this.#tell({ kind: "nothing-to-undo" });
      return;
    }
    const entries = await last.entries;
    const done: string[] = [];
    try {
      for (const entryId of entries) {
        const action = await this.#backend.undo(this.#eventId, entryId);
        done.push(...action.done);
        await this.#tellRefused(action);
      }
    } catch (error) {
      console.warn("could not be undone", error);
      this.#said.push(last);
      this.#tell({ kind: "failed", again: () => void this.undo() });
      return;
    }
    if (done.length === 0) return;
    this.#tell({ kind: "undone", count: done.length });
    const [first] = last.ids;
    if (first !== undefined) this.#store.change((view) => focused(view, first));
    this.#lookLater(done);
  }

  async #send(says: Says, photos: readonly HostPhoto[]): Promise<readonly string[]> {
    const entries: string[] = [];
    for (let from = 0; from < photos.length; from += AT_ONCE) {
      const some = photos.slice(from, from + AT_ONCE);
      const entryId = await this.#sendSome(says, some);
      if (entryId !== null) entries.unshift(entryId);
    }
    return entries;
  }

  async #sendSome(says: Says, photos: readonly HostPhoto[]): Promise<string | null> {
    const choices = photos.map((photo) => ({
      guestId: photo.guestId,
      photoId: photo.photoId,
      seen: seenOf(photo),
    }));
    try {
      const action = await this.#backend.moderate(this.#eventId, says, choices);
      this.#unmark(action.refused.map(({ id }) => id));
      await this.#tellRefused(action);
      this.#lookLater(action.done);
      return action.entryId;
    } catch (error) {
      console.warn("the decision could not be sent", error);
      this.#unmark(photos.map(({ photoId }) => photoId));
      this.#tell({ kind: "failed", again: () => this.say(says, this.#asTheyAre(photos)) });
      return null;
    }
  }

  /** Whoever was quicker decided: the host sees who and what. */
  async #tellRefused({ refused }: HostAction): Promise<void> {
    const [first] = refused;
    if (first === undefined) return;
    for (const { id } of refused.slice(0, MOST_LOOKED_AT)) await this.#look(id);
    const photo = photoIn(this.#store.view().list, first.id) ?? null;
    this.#tell({ kind: "refused", why: first.why, photo, count: refused.length });
  }

  /** The truth comes by message; should one be lost, by asking. */
  #lookLater(ids: readonly string[]): void {
    setTimeout(() => {
      const { sending } = this.#store.view();
      const open = ids.filter((id) => sending.has(id));
      if (open.length === 0) return;
      void Promise.all(open.slice(0, MOST_LOOKED_AT).map((id) => this.#look(id))).then(() => {
        this.#unmark(open);
        this.#store.readAgain();
      });
    }, SETTLE_MS);
  }

  async #look(photoId: string): Promise<void> {
    const known = photoIn(this.#store.view().list, photoId);
    if (known === undefined) return;
    try {
      const detail = await this.#backend.readPhoto(this.#eventId, known);
      if (detail === null) this.#store.forget(photoId);
      else this.#store.hear([detail.photo]);
    } catch (error) {
      console.warn("the photo could not be read", error);
    }
  }

  #asTheyAre(photos: readonly HostPhoto[]): readonly HostPhoto[] {
    const { list } = this.#store.view();
    return photos.map((photo) => photoIn(list, photo.photoId) ?? photo);
  }

  #unmark(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#store.change((view) => {
      const sending = new Map(view.sending);
      for (const id of ids) sending.delete(id);
      return { ...view, sending };
    });
  }
}

function seenOf(photo: HostPhoto): number {
  return photo.decision?.count ?? 0;
}
