import type { NumbersPhoto } from "#domain/numbers-photo";
import { exampleEvent } from "../events/example-event.ts";

/** For tests: a photo that was sent so many minutes after the event opened. */
export function aPhoto(photoId: string, minute: number, more: Partial<NumbersPhoto> = {}): NumbersPhoto {
  return {
    photoId,
    guestId: "hanako",
    displayName: "花子",
    sentAt: exampleEvent.opensAt + minute * 60_000,
    state: "shown",
    score: 90,
    faceCount: 1,
    smiles: 1,
    missions: [],
    emotions: { HAPPY: 90, CALM: 10 },
    version: 1,
    ...more,
  };
}

/** For tests: four shown photos of three guests within five minutes, one that waits and two that are hidden. */
export const smallEvening: readonly NumbersPhoto[] = [
  aPhoto("1", 0),
  aPhoto("2", 1, { score: 240, faceCount: 3, smiles: 3, emotions: { HAPPY: 80, CALM: 5 } }),
  aPhoto("3", 1.5, {
    guestId: "taro",
    displayName: "太郎",
    score: 200,
    faceCount: 4,
    smiles: 2,
    emotions: { HAPPY: 50 },
  }),
  aPhoto("4", 4, {
    guestId: "couple",
    displayName: "新郎新婦",
    score: 300,
    faceCount: 2,
    smiles: 2,
    emotions: { HAPPY: 100 },
  }),
  aPhoto("5", 2, { state: "pending", guestId: "yui", displayName: "結衣" }),
  aPhoto("6", 2, { state: "hidden", guestId: "yui", displayName: "結衣", score: 999 }),
  aPhoto("7", 2, { state: "hidden", guestId: "yui", displayName: "結衣" }),
];
