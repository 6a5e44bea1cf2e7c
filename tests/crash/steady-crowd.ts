import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Dice } from "#domain/crowd/dice";
import { linePhones, type Phones } from "../../local/crowd/phones.ts";
import { drawPicture, PICTURES } from "../../local/crowd/pictures.ts";

/** What is read quickly: the way is what is tried here, not the reading. */
const QUICK = PICTURES.filter(({ name, faces }) => faces <= 2 && name !== "huge");

const SENT_AGAIN = 0.1;

export interface CrowdGuest {
  readonly lineUserId: string;
  readonly displayName: string;
  readonly language: string;
}

export interface SentPicture {
  readonly picture: string;
  readonly look: string;
  readonly contentHash: string;
  readonly sizeBytes: number;
}

/**
 * Guests who go on as if nothing were the matter, whether the stack lives or not. An act that is cut off may or may
 * not have happened: the truth is what LINE's own record says later.
 */
export class SteadyCrowd {
  readonly guests: readonly CrowdGuest[];
  /** Everything that ever left a phone, by the SHA-256 of its bytes. */
  readonly pictures = new Map<string, SentPicture>();
  acts = 0;
  cutOff = 0;
  readonly #dice: Dice;
  /** Photos that somebody knows to be sent and has not taken back, with their guests. */
  readonly #photos: { readonly lineUserId: string; readonly photoId: string }[] = [];

  private constructor(guests: readonly CrowdGuest[], seed: number) {
    this.guests = guests;
    this.#dice = new Dice(seed);
  }

  /** Makes the guests known to a living LINE. */
  static async invite(lineOrigin: string, size: number, seed: number): Promise<SteadyCrowd> {
    const phones = linePhones(lineOrigin);
    const languages = ["ja", "en", "zh-Hant"];
    const guests: CrowdGuest[] = [];
    for (let at = 0; at < size; at += 1) {
      const guest = { displayName: `Guest ${at}`, language: languages[at % languages.length] ?? "ja" };
      guests.push({ ...guest, lineUserId: await phones.create(guest) });
    }
    return new SteadyCrowd(guests, seed);
  }

  /** Acts until `isOver`, every `pauseMs` on average. Rejects when LINE refuses something; being cut off is nobody's fault. */
  async act(lineOrigin: string, pauseMs: number, isOver: () => boolean): Promise<void> {
    const phones = linePhones(lineOrigin);
    const running = new Set<Promise<void>>();
    const refusals: unknown[] = [];
    while (!isOver()) {
      const act: Promise<void> = this.#once(phones, isOver)
        .catch((error: unknown) => void refusals.push(error))
        .finally(() => running.delete(act));
      running.add(act);
      await pause(this.#dice.wait(pauseMs));
    }
    await Promise.all(running);
    if (refusals.length > 0) throw refusals[0];
  }

  async #once(phones: Phones, isOver: () => boolean): Promise<void> {
    this.acts += 1;
    try {
      await this.#something(phones);
    } catch (error) {
      const isRefusal = error instanceof Error && error.message.startsWith("the local LINE refused");
      if (isRefusal || !isOver()) throw error;
      this.cutOff += 1;
    }
  }

  async #something(phones: Phones): Promise<unknown> {
    const { lineUserId } = this.#dice.pick(this.guests);
    const turn = this.#dice.between(0, 1);
    if (turn < 0.1) return phones.sendText(lineUserId, "こんにちは");
    if (turn < 0.15) return phones.follow(lineUserId);
    const taken = turn < 0.25 ? this.#forgetOne() : undefined;
    if (taken !== undefined) return phones.unsend(taken.lineUserId, taken.photoId);
    const { picture, look } = this.#nextPicture();
    const file = await drawPicture(picture, look);
    const contentHash = createHash("sha256").update(file).digest("hex");
    this.pictures.set(contentHash, { picture, look, contentHash, sizeBytes: file.length });
    const { photoIds } = await phones.sendPhotos(lineUserId, [file], { isOldPhone: false });
    return this.#photos.push({ lineUserId, photoId: photoIds[0] ?? "" });
  }

  /** Mostly a new one; now and then one that somebody has sent before. */
  #nextPicture(): Pick<SentPicture, "picture" | "look"> {
    const isNew = !this.#dice.chance(SENT_AGAIN) || this.pictures.size === 0;
    if (!isNew) return this.#dice.pick([...this.pictures.values()]);
    const { name } = this.#dice.weighted(QUICK, ({ weight }) => weight);
    return { picture: name, look: `crash ${this.acts}` };
  }

  #forgetOne(): { readonly lineUserId: string; readonly photoId: string } | undefined {
    return this.#photos.length === 0
      ? undefined
      : this.#photos.splice(this.#dice.whole(0, this.#photos.length - 1), 1)[0];
  }
}
