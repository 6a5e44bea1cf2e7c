import { createElement } from "react";
import { createRoot } from "react-dom/client";
import {
  parseBoard,
  parsePhotoMessage,
  parseShownPhotos,
  parseStageMessage,
  parseStandingMessage,
} from "../../../src/backend/board-shapes.ts";
import type { BoardMessage, BoardSource } from "../../../src/backend/board-source.ts";
import { watchSource } from "../../../src/backend/watch-source.ts";
import { BoardPage } from "../../../src/board/board-page.tsx";
import { loadImage } from "../../../src/ui/load-image.ts";
import { FrameTimes } from "./frame-times.ts";
import type { Asked, Told } from "./evening-worker.ts";

// The real board, from the parser of its messages on, over a server that is a worker.
const server = new Worker(new URL("./evening-worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, (answer: unknown) => void>();
let hear: (message: BoardMessage) => void = () => {};
let asked = 0;

server.addEventListener("message", ({ data }: MessageEvent<Told>) => {
  if ("message" in data) return hear(parsed(data.message));
  waiting.get(data.id)?.(JSON.parse(data.answer));
  waiting.delete(data.id);
});

const ask = (what: Asked): void => server.postMessage(what);

function answerOf(question: { ask: "snapshot" } | { ask: "page"; token: string | null }): Promise<unknown> {
  const id = (asked += 1);
  ask({ id, ...question });
  return new Promise((done) => waiting.set(id, done));
}

function parsed(text: string): BoardMessage {
  const message: unknown = JSON.parse(text);
  if (text.startsWith('{"onStanding"')) return { kind: "standing", row: parseStandingMessage(message) };
  if (text.startsWith('{"onShownPhoto"')) return { kind: "photo", row: parsePhotoMessage(message) };
  return { kind: "stage", ...parseStageMessage(message) };
}

const source: BoardSource = {
  read: async () => parseBoard(await answerOf({ ask: "snapshot" })),
  subscribe: (to) => {
    hear = to.onMessage;
    to.onAck();
    to.onConnection(true);
    return () => (hear = () => {});
  },
};

const backend = {
  watch: (_boardId: string, listener: Parameters<typeof watchSource>[1]) => watchSource(source, listener),
  readPhotos: async (_boardId: string, token: string | null) =>
    parseShownPhotos(await answerOf({ ask: "page", token })),
  joinUrl: () => null,
  imageUrl: (image: string, copy: "display" | "thumbnail") => `/pictures/${image}-${copy}.jpg`,
  loadImage,
};

Object.assign(globalThis, { ask, frameTimes: new FrameTimes() });
const root = document.getElementById("root");
if (root === null) throw new Error("no root");
createRoot(root).render(createElement(BoardPage, { boardId: "board", backend }));
