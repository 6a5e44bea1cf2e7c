import type { BoardMessage } from "../../../src/backend/board-source.ts";
import { Evening } from "./evening.ts";

/** What the page asks of its server, which runs beside it so that the page's own thread does only what a board does. */
export type Asked =
  | { readonly id: number; readonly ask: "snapshot" }
  | { readonly id: number; readonly ask: "page"; readonly token: string | null }
  | { readonly stage: string; readonly step: number | null }
  | { readonly changesASecond: number };

/** JSON, as it would come from a socket. */
export type Told = { readonly answer: string; readonly id: number } | { readonly message: string };

const EVERY_MS = 10;
const evening = new Evening();
let rate = 0;
let due = 0;

// The types of a page know no worker's global scope.
const tell = (told: Told): void => globalThis.postMessage(told);

globalThis.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  if ("changesASecond" in data) rate = data.changesASecond;
  else if ("stage" in data) send(evening.showStage(data.stage, data.step));
  else {
    const answer =
      data.ask === "snapshot" ? { board: evening.snapshot() } : { shownPhotos: evening.page(data.token) };
    tell({ id: data.id, answer: JSON.stringify(answer) });
  }
});

let last = performance.now();
setInterval(() => {
  const now = performance.now();
  due += ((now - last) / 1_000) * rate;
  last = now;
  for (; due >= 1; due -= 1) evening.change().forEach(send);
}, EVERY_MS);

function send(message: BoardMessage): void {
  const told = { standing: "onStanding", photo: "onShownPhoto", stage: "onStage" }[message.kind];
  const row =
    message.kind === "stage" ? { ...message.stage, eventVersion: message.eventVersion } : message.row;
  tell({ message: JSON.stringify({ [told]: row }) });
}
