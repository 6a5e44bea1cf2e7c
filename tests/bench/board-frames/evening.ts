import type { BoardSnapshot, ShownPhoto, ShownStanding, Stage } from "#domain/board";
import type { BoardMessage } from "../../../src/backend/board-source.ts";

export const GUESTS = 12_000;
const PHOTOS_EACH = 2;
const FRONT = 30;
/** Every so many changes one is about somebody at the front, so that the first ten never come to rest. */
const FRONT_EVERY = 50;
const NAMES = ["美咲", "陽菜", "大輔", "佐々木小次郎", "志明", "Emily", "さくら", "Daniel", "由美", "健太"];
const FACES = [{ left: 0.36, top: 0.2, width: 0.28, height: 0.4 }];

interface Guest {
  readonly guestId: string;
  readonly displayName: string;
  /** Shown ones, oldest first. */
  photos: readonly ShownPhoto[];
  version: number;
}

/** A very large event: as many photos leave as come, so that what a board must know stays as much as it is. */
export class Evening {
  readonly #guests: readonly Guest[];
  readonly #photos = new Map<string, ShownPhoto>();
  readonly #without: Guest[] = [];
  #front: readonly Guest[] = [];
  #count = 0;
  #dice = 1;
  stage: Stage = { name: "ranking", step: null, version: 1 };

  constructor() {
    this.#guests = Array.from({ length: GUESTS }, (_, index) => ({
      guestId: `guest-${index}`,
      displayName: `${NAMES[index % NAMES.length] ?? ""}${index < NAMES.length ? "" : index}`,
      photos: [],
      version: 0,
    }));
    for (let each = 0; each < PHOTOS_EACH; each += 1) for (const guest of this.#guests) this.#add(guest);
    this.#rank();
  }

  /** One change: a guest's photo that comes or goes, and what that makes of the guest's place. */
  change(): readonly BoardMessage[] {
    this.#count += 1;
    const { guest, photo } = this.#count % 2 === 0 ? this.#comes() : this.#goes();
    guest.version += 1;
    return [
      { kind: "photo", row: photo },
      { kind: "standing", row: standingOf(guest) },
    ];
  }

  snapshot(): BoardSnapshot {
    this.#rank();
    const totals = { guests: GUESTS, photos: this.#photos.size };
    return {
      title: "佐藤家・田中家 結婚披露宴",
      language: "ja",
      theme: "hall-dark",
      joinCode: "KTR7WX",
      hasSpotlight: true,
      hasCornerQr: true,
      hasSound: false,
      eventVersion: 1,
      standingRule: "best",
      totals,
      stage: this.stage,
      standings: this.#front.map(standingOf),
      photos: [...this.#photos.values()].slice(-50).toReversed(),
    };
  }

  /** All shown photos, newest first, a hundred at a time, as the API gives them. */
  page(token: string | null): { readonly photos: readonly ShownPhoto[]; readonly nextToken: string | null } {
    const before = token === null ? Number.POSITIVE_INFINITY : Number(token);
    const older = [...this.#photos.values()].filter(({ sentAt }) => sentAt < before);
    const photos = older.slice(-100).toReversed();
    return { photos, nextToken: older.length > 100 ? String(photos.at(-1)?.sentAt) : null };
  }

  showStage(name: string, step: number | null): BoardMessage {
    const result = this.#front.slice(0, 30).map(({ guestId }) => guestId);
    const takesUntil = Date.now() + 3_600_000;
    this.stage = { name, step, result, takesUntil, skipped: [], version: this.stage.version + 1 };
    return { kind: "stage", stage: this.stage, eventVersion: 1 };
  }

  #comes(): { readonly guest: Guest; readonly photo: ShownPhoto } {
    const guest = this.#without.pop() ?? this.#someone();
    return { guest, photo: this.#add(guest) };
  }

  #goes(): { readonly guest: Guest; readonly photo: ShownPhoto } {
    let guest = this.#someone();
    // One in fifty takes back all there is; the others have more than one.
    while (guest.photos.length < (this.#chance() < 0.02 ? 1 : 2)) guest = this.#someone();
    const photo = best(guest) ?? this.#add(guest);
    guest.photos = guest.photos.filter((other) => other !== photo);
    this.#photos.delete(photo.photoId);
    if (guest.photos.length === 0) this.#without.push(guest);
    return { guest, photo: { ...photo, image: null, score: null, faces: [], version: 2 } };
  }

  #add(guest: Guest): ShownPhoto {
    const isFront = this.#front.includes(guest);
    const score = Math.round((isFront ? 900 + this.#chance() * 100 : this.#chance() ** 2 * 950) * 10) / 10;
    const sentAt = (this.#photos.size === 0 ? 0 : this.#sentAt) + 1;
    this.#sentAt = sentAt;
    const { guestId, displayName } = guest;
    const [photoId, image] = [`photo-${sentAt}`, `p/${sentAt}`];
    const size = { width: 1024, height: 768 };
    const photo = { photoId, guestId, displayName, image, ...size, score, faces: FACES, sentAt, version: 1 };
    guest.photos = [...guest.photos, photo];
    this.#photos.set(photoId, photo);
    return photo;
  }

  #sentAt = 0;

  #someone(): Guest {
    const among = this.#chance() < 1 / FRONT_EVERY ? this.#front.slice(0, FRONT) : this.#guests;
    const guest = among[Math.floor(this.#chance() * among.length)] ?? this.#guests[0];
    if (guest === undefined) throw new Error("an evening without guests");
    return guest;
  }

  #rank(): void {
    const scored = this.#guests.map((guest) => ({ guest, score: best(guest)?.score ?? 0 }));
    this.#front = scored
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 100)
      .map(({ guest }) => guest);
  }

  /** 0–1; the same every evening. */
  #chance(): number {
    this.#dice = (this.#dice * 48_271) % 2_147_483_647;
    return this.#dice / 2_147_483_647;
  }
}

function best({ photos }: Guest): ShownPhoto | undefined {
  return photos.reduce<ShownPhoto | undefined>(
    (found, photo) => ((photo.score ?? 0) > (found?.score ?? -1) ? photo : found),
    undefined,
  );
}

function standingOf(guest: Guest): ShownStanding {
  const { guestId, displayName, photos, version } = guest;
  const photo = best(guest);
  if (photo === undefined) {
    const nothing = { score: null, rankKey: null, photoId: null, image: null, faces: null };
    return { guestId, displayName, ...nothing, photos: 0, version };
  }
  const score = photo.score ?? 0;
  const rankKey = `${String(Math.round(score * 10)).padStart(7, "0")}#${guestId}`;
  return {
    guestId,
    displayName,
    score,
    rankKey,
    photoId: photo.photoId,
    image: photo.image,
    faces: 1,
    photos: photos.length,
    version,
  };
}
