import { type StageName, stageNames, type StageWish, WINNER_STEP } from "#domain/stage";
import type { Dice } from "./dice.ts";
import type { EveningServer, GuestRow, PhotoRow } from "./evening-server.ts";

type Act = (server: EveningServer, dice: Dice) => void;

/** What may happen in a hall, and how often of a hundred times. */
const acts: readonly (readonly [often: number, act: Act])[] = [
  [40, sendPhoto],
  [8, withdraw],
  [8, hide],
  [8, showAgain],
  [4, rename],
  [3, exclude],
  [2, leave],
  [2, changeRules],
  [3, changeEvent],
  [20, setStage],
  [2, tellAgain],
];

/** One thing happens; `crowd`: how many guests there may be. */
export function happen(server: EveningServer, dice: Dice, crowd: number): void {
  if (dice.chance(0.3) && server.guests.all().length < crowd) {
    sendFirstPhoto(server, dice);
    return;
  }
  let die = dice.between(
    1,
    acts.reduce((sum, [often]) => sum + often, 0),
  );
  const chosen = acts.find(([often]) => (die -= often) <= 0);
  chosen?.[1](server, dice);
}

function sendFirstPhoto(server: EveningServer, dice: Dice): void {
  const guestId = `g${server.guests.all().length}`;
  server.saveGuest(guestId, { displayName: `花子 ${guestId}` });
  addPhoto(server, dice, guestId);
}

function sendPhoto(server: EveningServer, dice: Dice): void {
  const guest = dice.pick(server.guests.all());
  if (guest === undefined) sendFirstPhoto(server, dice);
  else addPhoto(server, dice, guest.guestId);
}

function addPhoto(server: EveningServer, dice: Dice, guestId: string): void {
  const photoId = `p${server.photos.all().length}`;
  const faces = Array.from({ length: dice.between(1, 4) }, () => ({
    left: 0.1,
    top: 0.1,
    width: 0.2,
    height: 0.2,
  }));
  // In whole seconds: several guests send in the same moment. Sometimes LINE tells of a photo late.
  const sentAt = Math.floor(server.now() / 1_000 - dice.between(0, 5)) * 1_000;
  server.savePhoto({
    photoId,
    guestId,
    displayName: server.guests.now(guestId)?.displayName ?? "",
    state: dice.chance(0.8) ? "shown" : dice.chance(0.5) ? "pending" : "hidden",
    image: `p/${photoId}`,
    happiness: dice.between(0, 40) * 10,
    faces,
    sentAt,
  });
}

function photoOf(server: EveningServer, dice: Dice, states: readonly string[]): PhotoRow | undefined {
  return dice.pick(server.photos.all().filter(({ state }) => states.includes(state)));
}

function withdraw(server: EveningServer, dice: Dice): void {
  const photo = photoOf(server, dice, ["shown", "pending", "hidden"]);
  if (photo !== undefined) server.savePhoto({ ...photo, state: "removed" });
}

function hide(server: EveningServer, dice: Dice): void {
  const photo = photoOf(server, dice, ["shown", "pending"]);
  if (photo !== undefined) server.savePhoto({ ...photo, state: "hidden" });
}

function showAgain(server: EveningServer, dice: Dice): void {
  const photo = photoOf(server, dice, ["pending", "hidden"]);
  if (photo !== undefined) server.savePhoto({ ...photo, state: "shown" });
}

function rename(server: EveningServer, dice: Dice): void {
  const guest = dice.pick(server.guests.all());
  if (guest === undefined) return;
  const displayName = `名前 ${dice.between(1, 999)}`;
  server.saveGuest(guest.guestId, { displayName });
  for (const photo of photosOfGuest(server, guest)) server.savePhoto({ ...photo, displayName });
}

/** Out of the ranking or back, with or without the photos: excluded, banned, off the screen. */
function exclude(server: EveningServer, dice: Dice): void {
  const guest = dice.pick(server.guests.all());
  if (guest === undefined) return;
  const isExcluded = !guest.isExcluded;
  server.saveGuest(guest.guestId, { isExcluded });
  if (dice.chance(0.5)) return;
  for (const photo of photosOfGuest(server, guest)) {
    server.savePhoto({ ...photo, state: isExcluded ? "hidden" : "shown" });
  }
}

function leave(server: EveningServer, dice: Dice): void {
  const guest = dice.pick(server.guests.all());
  if (guest === undefined) return;
  server.saveGuest(guest.guestId, { displayName: "" });
  for (const photo of photosOfGuest(server, guest))
    server.savePhoto({ ...photo, displayName: "", state: "removed" });
}

/** E3: all photos are judged anew, and only standings are told. */
function changeRules(server: EveningServer, dice: Dice): void {
  const rule = dice.pick(["best", "best-three", "diminishing"] as const) ?? "best";
  server.saveEvent({ rule, weight: dice.between(1, 4) / 2 });
  for (const photo of server.photos.all()) {
    if (photo.state !== "removed") server.savePhoto(photo, false);
  }
}

function changeEvent(server: EveningServer, dice: Dice): void {
  server.saveEvent({
    title: `宴 ${dice.between(1, 99)}`,
    theme: dice.chance(0.5) ? "hall-light" : "hall-dark",
  });
}

function setStage(server: EveningServer, dice: Dice): void {
  const { name, step = 0, result } = server.event.stage;
  const goesOn = name === "reveal" && dice.chance(0.8);
  const next = goesOn ? "reveal" : (dice.pick(stageNames) ?? "ranking");
  const nextStep = name === "reveal" ? step + (dice.chance(0.8) ? 1 : -1) : dice.between(0, WINNER_STEP - 1);
  server.setStage(wishOf(next, nextStep, result, dice));
}

function wishOf(name: StageName, step: number, result: readonly string[] | undefined, dice: Dice): StageWish {
  switch (name) {
    case "reveal":
      return dice.chance(0.3) && result !== undefined
        ? { name, step, skipped: result.filter(() => dice.chance(0.1)) }
        : { name, step };
    case "round":
      return { name, minutes: dice.between(1, 9) };
    case "ranking":
    case "wall":
      return { name, ...(dice.chance(0.5) && { alternates: dice.chance(0.7) }) };
    default:
      return { name };
  }
}

/** A worker that broke off begins again. */
function tellAgain(server: EveningServer, dice: Dice): void {
  const guest = dice.pick(server.guests.all());
  if (guest !== undefined) server.settle(guest.guestId);
}

function photosOfGuest(server: EveningServer, { guestId }: GuestRow): readonly PhotoRow[] {
  return server.photos.all().filter((photo) => photo.guestId === guestId && photo.state !== "removed");
}
