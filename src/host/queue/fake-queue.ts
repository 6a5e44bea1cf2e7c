import type { HostAction, Refusal } from "../../backend/host-action.ts";
import type { HostPhoto } from "../../backend/host-photo.ts";
import type { LiveMessages } from "../../backend/live-source.ts";
import type { PhotoChoice, PhotoName, QueueBackend, Says } from "./queue-backend.ts";

/** For tests: an event whose rows, messages, failures and other hosts are moved by hand. */
export class FakeQueue implements QueueBackend {
  readonly rows = new Map<string, HostPhoto>();
  readonly calls: { readonly name: string; readonly says?: Says; readonly photos?: readonly string[] }[] = [];
  pageSize = 100;
  isDown = false;
  /** Messages are lost. */
  isMute = false;
  readonly #listeners = new Set<LiveMessages<HostPhoto>>();
  readonly #entries = new Map<string, readonly HostPhoto[]>();

  constructor(photos: readonly HostPhoto[]) {
    for (const photo of photos) this.rows.set(photo.photoId, photo);
  }

  /** The row changes, and whoever listens hears of it. */
  tell(photo: HostPhoto): void {
    this.rows.set(photo.photoId, photo);
    if (!this.isMute) for (const listener of this.#listeners) listener.onMessage(photo);
  }

  /** A host decides; the state follows at once. */
  decide(photoId: string, says: "show" | "hide" | null, by: string): void {
    const photo = this.#row(photoId);
    const decision = { says, by, at: Date.now(), count: (photo.decision?.count ?? 0) + 1 };
    const state = says === "show" ? "shown" : says === "hide" ? "hidden" : "pending";
    const reason = says === "show" ? null : says === "hide" ? "hidden-by-host" : "review-first";
    this.tell({ ...photo, decision, state, reason, version: photo.version + 1 });
  }

  each(call: (listener: LiveMessages<HostPhoto>) => void): void {
    for (const listener of this.#listeners) call(listener);
  }

  readonly readPage: QueueBackend["readPage"] = async (_eventId, tab, nextToken) => {
    this.#call({ name: "readPage" });
    const all = [...this.rows.values()]
      .filter(({ state }) => state !== "removed" && (tab === "all" || state === tab))
      .toSorted((a, b) => b.sentAt - a.sentAt);
    const from = nextToken === null ? 0 : Number(nextToken);
    const photos = all.slice(from, from + this.pageSize);
    return { photos, nextToken: from + this.pageSize < all.length ? String(from + this.pageSize) : null };
  };

  readonly readPhoto: QueueBackend["readPhoto"] = async (_eventId, { photoId }) => {
    this.#call({ name: "readPhoto", photos: [photoId] });
    const photo = this.rows.get(photoId);
    if (photo === undefined || photo.state === "removed") return null;
    const box = { left: 0.4, top: 0.2, width: 0.2, height: 0.3 };
    const face = { box, confidence: 99, emotions: [{ type: "HAPPY" as const, confidence: photo.score }] };
    return {
      photo,
      faces: [face],
      labels: [],
      missions: [],
      earlierDecisions: [],
      earlier: this.rows.get(photo.duplicateOf ?? "") ?? null,
    };
  };

  readonly readPhotosOfGuest: QueueBackend["readPhotosOfGuest"] = async (_eventId, guestId) => {
    this.#call({ name: "readPhotosOfGuest" });
    return [...this.rows.values()].filter((photo) => photo.guestId === guestId);
  };

  readonly readPictures: QueueBackend["readPictures"] = async (_eventId, names) => {
    this.#call({ name: "readPictures", photos: names.map(({ photoId }) => photoId) });
    return names.map(picturesOf);
  };

  readonly readScoring: QueueBackend["readScoring"] = async () => ({});

  readonly moderate: QueueBackend["moderate"] = async (_eventId, says, choices) => {
    this.#call({ name: "moderate", says, photos: choices.map(({ photoId }) => photoId) });
    await onTheWay();
    const refused = choices.flatMap((choice) => {
      const why = this.#refusal(choice);
      return why === undefined ? [] : [{ id: choice.photoId, why }];
    });
    const done = choices
      .map(({ photoId }) => photoId)
      .filter((id) => !refused.some((each) => each.id === id));
    return this.#act(done, refused, says === "rules" ? null : says);
  };

  readonly undo: QueueBackend["undo"] = async (_eventId, entryId) => {
    this.#call({ name: "undo" });
    await onTheWay();
    const before = this.#entries.get(entryId) ?? [];
    for (const photo of before) this.decide(photo.photoId, photo.decision?.says ?? null, "佐藤");
    return { entryId: `undo of ${entryId}`, done: before.map(({ photoId }) => photoId), refused: [] };
  };

  readonly subscribe: QueueBackend["subscribe"] = (_eventId, to) => {
    this.#listeners.add(to);
    to.onAck();
    return () => this.#listeners.delete(to);
  };

  #act(done: readonly string[], refused: HostAction["refused"], says: "show" | "hide" | null): HostAction {
    if (done.length === 0) return { entryId: null, done, refused };
    const entryId = `entry ${this.#entries.size}`;
    this.#entries.set(
      entryId,
      done.map((id) => this.#row(id)),
    );
    for (const id of done) this.decide(id, says, "佐藤");
    return { entryId, done, refused };
  }

  #refusal({ photoId, seen }: PhotoChoice): Refusal | undefined {
    const photo = this.rows.get(photoId);
    if (photo === undefined || photo.state === "removed") return "gone";
    return (photo.decision?.count ?? 0) === seen ? undefined : "changed";
  }

  #row(photoId: string): HostPhoto {
    const photo = this.rows.get(photoId);
    if (photo === undefined) throw new Error(`no photo ${photoId}`);
    return photo;
  }

  #call(call: (typeof this.calls)[number]): void {
    this.calls.push(call);
    if (this.isDown) throw new Error("down");
  }
}

function onTheWay(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

function picturesOf({ photoId }: PhotoName) {
  return { photoId, display: `http://p.test/${photoId}.jpg`, thumbnail: `http://p.test/${photoId}-s.jpg` };
}
