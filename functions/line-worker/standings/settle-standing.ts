import { setTimeout as pause } from "node:timers/promises";
import { type Standing, standingOf } from "#domain/standing";
import type { EventRules } from "#domain/event-rules";
import { Fault } from "../../shared/fault.ts";
import type { Guest, GuestKey } from "../../shared/ports/ceremony-store.ts";
import { together } from "../../shared/together.ts";
import { bringInLine, type InLine, type InLinePorts } from "../photos/bring-in-line.ts";

const TRIES = 20;
const LONGEST_PAUSE_MS = 40;

/** A guest in line with the event's rules. */
export interface Settled extends InLine {
  readonly standing: Standing;
  /** By which it was settled. */
  readonly rules: EventRules;
}

/**
 * R1, R4, E3, P6, M6, M7: brings a guest's photos in line with the rules, derives the standing from them and saves it. The guest is read
 * before event and photos: whoever changes rules, the guest or a photo after that settles later and makes this save fail, so that
 * the last one to save has seen all.
 */
export async function settleStanding(ports: InLinePorts, key: GuestKey): Promise<Settled> {
  const { store } = ports;
  let hasChanged = false;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await pause(Math.random() * LONGEST_PAUSE_MS);
    const guest = await store.guest(key);
    const [event, photos] = await together([store.event(key.eventId), store.photosOfGuest(key)] as const);
    if (event === undefined || guest === undefined)
      throw new Fault("store-conflict", "a guest who does not exist");
    const { rules } = event;
    const inLine = await bringInLine(ports, { rules, owner: guest }, photos);
    if (inLine === undefined) {
      hasChanged = true;
      continue;
    }
    hasChanged ||= inLine.hasChanged;
    const excluded = isOutOfRanking(guest);
    const standing = standingOf(inLine.photos, { guestId: key.guestId, excluded }, rules.standing);
    if (await store.saveStanding(key, standing, guest.version)) {
      return { photos: inLine.photos, hasChanged: hasChanged || isNew(guest, standing), standing, rules };
    }
  }
  throw new Fault("store-conflict", "saveStanding");
}

/** R4 */
const isOutOfRanking = ({ isExcluded, bannedAt, erasedAt, isOffScreen }: Guest): boolean =>
  isExcluded || bannedAt !== undefined || erasedAt !== undefined || isOffScreen;

const isNew = (guest: Guest, standing: Standing): boolean => guest.rankKey !== standing.rankKey;
