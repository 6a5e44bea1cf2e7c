import { type EmotionType, emotionTypes } from "#domain/face";
import type { NumbersPhoto } from "#domain/numbers-photo";
import { photoStates } from "#domain/photo";
import { HOST, request } from "./client.ts";
import { subscribeToPhotos } from "./host-photos.ts";
import { isRecord, list, number, optional, record, text } from "./parse.ts";
import { type NumbersListener, type NumbersPage, watchNumberPages } from "./watch-number-pages.ts";

const PHOTOS = `query PhotosForNumbers($eventId: ID!, $nextToken: String) {
  photosForNumbers(eventId: $eventId, nextToken: $nextToken) {
    photos { photoId guestId displayName sentAt state score faceCount smiles missions emotions version }
    nextToken
  }
}`;

/** Follows what the numbers of an event are made of until the returned function is called. Never throws. */
export function watchNumbers(eventId: string, listener: NumbersListener): () => void {
  return watchNumberPages(
    {
      page: async (nextToken) => parseNumbersPage(await request(PHOTOS, { eventId, nextToken }, HOST)),
      subscribe: (to) => subscribeToPhotos(eventId, to),
    },
    listener,
  );
}

/** Throws on anything that is not a page of an answer. */
export function parseNumbersPage(answer: unknown): NumbersPage {
  const page = record(record(answer, "answer")["photosForNumbers"], "photosForNumbers");
  return { photos: list(page, "photos", parseNumbersPhoto), nextToken: optional(page, "nextToken", text) };
}

function parseNumbersPhoto(value: unknown): NumbersPhoto {
  const source = record(value, "photo");
  const state = photoStates.find((known) => known === source["state"]);
  if (state === undefined) throw new Error("state is not a photo state");
  return {
    photoId: text(source, "photoId"),
    guestId: text(source, "guestId"),
    displayName: text(source, "displayName"),
    sentAt: number(source, "sentAt"),
    state,
    score: number(source, "score"),
    faceCount: number(source, "faceCount"),
    smiles: number(source, "smiles"),
    missions: list(source, "missions", String),
    emotions: parseEmotions(source["emotions"]),
    version: number(source, "version"),
  };
}

/** AppSync hands JSON over as a text. An emotion that this page does not know is left out. */
function parseEmotions(value: unknown): NumbersPhoto["emotions"] {
  const told: unknown = typeof value === "string" ? JSON.parse(value) : value;
  const emotions: Partial<Record<EmotionType, number>> = {};
  if (!isRecord(told)) return emotions;
  for (const type of emotionTypes) if (type in told) emotions[type] = number(told, type);
  return emotions;
}
