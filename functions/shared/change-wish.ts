import { setTimeout as pause } from "node:timers/promises";
import { displayNameOf } from "#domain/display-name";
import type { EventSettings } from "#domain/event";
import { guestNameUnder } from "#domain/held-name";
import type { Language } from "#domain/language";
import { botWords } from "#domain/words/bot";
import { Fault } from "./fault.ts";
import type { CeremonyStore, Guest, GuestKey, OwnWish } from "./ports/ceremony-store.ts";
import { together } from "./together.ts";

/** What a guest wants to be otherwise; what is missing stays. */
export interface WishChange {
  readonly displayName?: string;
  readonly isOffScreen?: boolean;
  readonly language?: Language;
}

/** `no-name`: nothing of it would be visible. */
export interface WishRefused {
  readonly refused: "no-guest" | "no-name" | "named-by-host";
}

const TRIES = 20;
const LONGEST_PAUSE_MS = 40;

/**
 * P6, N1–N3: changes what guests decide about themselves, whoever else changes the guest meanwhile. Can be repeated. The
 * guest is to be settled afterwards: photos and boards follow only then.
 */
export async function changeWish(
  store: Pick<CeremonyStore, "event" | "guest" | "saveWish">,
  { eventId, guestId }: GuestKey,
  change: WishChange,
): Promise<Guest | WishRefused> {
  const key = { eventId, guestId };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await pause(Math.random() * LONGEST_PAUSE_MS);
    const [guest, event] = await together([store.guest(key), store.event(eventId)] as const);
    if (guest === undefined || guest.erasedAt !== undefined || event === undefined)
      return { refused: "no-guest" };
    const wish = wishedBy(guest, event, change);
    if ("refused" in wish) return wish;
    if (isAsWished(guest, wish)) return guest;
    if (await store.saveWish(key, wish, guest.version)) {
      const { heldName: _held, ...rest } = guest;
      return { ...rest, ...wish, version: guest.version + 1 };
    }
  }
  throw new Fault("store-conflict", "saveWish");
}

function wishedBy(
  guest: Guest,
  { nameWords }: Pick<EventSettings, "nameWords">,
  { displayName: name, isOffScreen = guest.isOffScreen, language = guest.language }: WishChange,
): OwnWish | WishRefused {
  const { displayName, heldName } = guest;
  const others = { isOffScreen, language };
  if (name === undefined) return { displayName, ...(heldName !== undefined && { heldName }), ...others };
  if (displayNameOf(name, "") === "") return { refused: "no-name" };
  if (guest.isNamedByHost) return { refused: "named-by-host" };
  return { ...guestNameUnder(nameWords, name, botWords[language].guest), ...others };
}

const isAsWished = (guest: Guest, wish: OwnWish): boolean =>
  guest.displayName === wish.displayName &&
  guest.heldName === wish.heldName &&
  guest.isOffScreen === wish.isOffScreen &&
  guest.language === wish.language;
