import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Act, CrowdPlan, PlannedPhoto } from "#domain/crowd/crowd-plan";
import { Gate } from "./gate.ts";
import type { Phones } from "./phones.ts";
import { drawPicture, saveAnew } from "./pictures.ts";
import type { Sent, SentGuest, SentMessage, SentPhoto } from "./sent.ts";

type ActOf<K extends Act["kind"]> = Extract<Act, { kind: K }>;

/** Where a crowd performs. */
export interface Stage {
  readonly phones: Phones;
  /** Nobody acts while it is shut. */
  readonly gate?: Gate;
  /** Of the event, for those who come by it. */
  readonly joinCode?: string;
}

/** Does what was planned, in real time, and gives back what LINE took. Rejects when LINE refuses something. */
export async function performCrowd(plan: CrowdPlan, stage: Stage): Promise<Sent> {
  const { phones, gate = new Gate(), joinCode = "" } = stage;
  await drawOnce(plan);
  const ids = await gate.through(() => Promise.all(plan.guests.map((guest) => phones.create(guest))));
  const performance = new Performance(plan, { phones, gate, joinCode }, ids);
  await performance.run();
  return performance.sent();
}

/** Drawn before the first guest comes, so that nobody waits for a pen. */
async function drawOnce({ acts, size }: CrowdPlan): Promise<void> {
  const photos = acts.flatMap((act) => (act.kind === "photos" ? act.photos : []));
  for (const picture of new Set(photos.map((photo) => photo.picture)))
    await drawPicture(picture, "", size.pictureWidth);
}

class Performance {
  readonly #plan: CrowdPlan;
  readonly #phones: Phones;
  readonly #gate: Gate;
  readonly #joinCode: string;
  readonly #ids: readonly string[];
  readonly #blockers = new Set<number>();
  readonly #photos = new Map<number, SentPhoto>();
  readonly #messages: SentMessage[] = [];

  constructor(plan: CrowdPlan, { phones, gate, joinCode }: Required<Stage>, ids: readonly string[]) {
    this.#plan = plan;
    this.#phones = phones;
    this.#gate = gate;
    this.#joinCode = joinCode;
    this.#ids = ids;
  }

  /** Every guest does one thing after the other, all guests at the same time. */
  async run(): Promise<void> {
    const startedAt = performance.now();
    const guests = this.#plan.guests.map(async (_, guest) => {
      for (const act of this.#plan.acts.filter((one) => one.guest === guest)) {
        await pause(Math.max(0, startedAt + act.atMs - performance.now()));
        await this.#gate.through(() => this.#act(act));
      }
    });
    await Promise.all(guests);
  }

  sent(): Sent {
    return {
      guests: this.#plan.guests.map(({ displayName, language }, guest): SentGuest => ({
        lineUserId: this.#idOf(guest),
        displayName,
        language,
        hasBlocked: this.#blockers.has(guest),
      })),
      photos: [...this.#photos.values()],
      messages: this.#messages,
    };
  }

  async #act(act: Act): Promise<void> {
    const id = this.#idOf(act.guest);
    switch (act.kind) {
      case "follow":
        return this.#note(act, await this.#phones.follow(id));
      case "join":
        return this.#note(act, await this.#phones.sendText(id, this.#joinCode));
      case "text":
        return this.#note(act, await this.#phones.sendText(id, act.text));
      case "sticker":
        return this.#note(act, await this.#phones.sendSticker(id));
      case "postback":
        return this.#note(act, await this.#phones.tap(id, act.postback));
      case "photos":
        return this.#sendPhotos(act);
      case "unsend":
        return this.#unsend(act);
      case "unfollow":
        this.#blockers.add(act.guest);
        return this.#phones.unfollow(id);
    }
  }

  #note({ guest, kind }: ActOf<SentMessage["kind"]>, messageId: string): void {
    this.#messages.push({ guest, kind, messageId });
  }

  async #sendPhotos({ guest, photos, isOldPhone }: ActOf<"photos">): Promise<void> {
    const files = await Promise.all(photos.map((photo) => this.#fileOf(photo)));
    const { photoIds, imageSetId } = await this.#phones.sendPhotos(this.#idOf(guest), files, { isOldPhone });
    for (const [at, { photo, picture, look }] of photos.entries()) {
      const file = files[at] ?? Buffer.alloc(0);
      this.#photos.set(photo, {
        photoId: photoIds[at] ?? "",
        guest,
        picture,
        look: this.#lookOf(look),
        contentHash: createHash("sha256").update(file).digest("hex"),
        sizeBytes: file.length,
        isUnsent: false,
        ...(imageSetId !== undefined && { set: { id: imageSetId, ...(!isOldPhone && { index: at + 1 }) } }),
      });
    }
  }

  async #fileOf({ picture, look, isSavedAnew }: PlannedPhoto): Promise<Buffer> {
    const file = await drawPicture(picture, this.#lookOf(look), this.#plan.size.pictureWidth);
    return isSavedAnew ? saveAnew(file) : file;
  }

  /** With the seed: no two crowds send the same picture. */
  #lookOf(look: number): string {
    return `${this.#plan.seed}-${look}`;
  }

  async #unsend({ guest, photo }: ActOf<"unsend">): Promise<void> {
    const sent = this.#photos.get(photo);
    if (sent === undefined) throw new Error(`photo ${photo} is taken back before it is sent`);
    await this.#phones.unsend(this.#idOf(guest), sent.photoId);
    this.#photos.set(photo, { ...sent, isUnsent: true });
  }

  #idOf(guest: number): string {
    const id = this.#ids[guest];
    if (id === undefined) throw new Error(`there is no guest ${guest}`);
    return id;
  }
}
