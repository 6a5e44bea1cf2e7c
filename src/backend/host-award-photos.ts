import { type AwardPhoto, awardFaces } from "#domain/awards";
import type { ScoringRules } from "#domain/scoring";
import { parseBox } from "./box.ts";
import { HOST, request } from "./client.ts";
import { searchGuests } from "./host-guests.ts";
import { list, number, optional, record, text } from "./parse.ts";

const PHOTOS = `query AwardPhotos($eventId: ID!, $nextToken: String) {
  photosForNumbers(eventId: $eventId, nextToken: $nextToken) {
    photos { photoId guestId displayName sentAt state score faces missions } nextToken
  }
}`;

/** W1: an event's shown photos of guests who may have a place, as awards count them. Rejects when nobody answered. */
export async function readAwardPhotos(eventId: string, rules: ScoringRules): Promise<readonly AwardPhoto[]> {
  const [photos, excluded] = await Promise.all([readShown(eventId, rules), readExcluded(eventId)]);
  return photos.filter(({ guestId }) => !excluded.has(guestId));
}

async function readShown(eventId: string, rules: ScoringRules): Promise<readonly AwardPhoto[]> {
  const photos: AwardPhoto[] = [];
  let nextToken: string | null = null;
  do {
    const answer: unknown = await request(PHOTOS, { eventId, nextToken }, HOST);
    const page = record(record(answer, "answer")["photosForNumbers"], "photosForNumbers");
    photos.push(...list(page, "photos", (photo) => parseShown(photo, rules)).flat());
    nextToken = optional(page, "nextToken", text);
  } while (nextToken !== null);
  return photos;
}

/** None unless it is shown. */
function parseShown(value: unknown, rules: ScoringRules): readonly AwardPhoto[] {
  const source = record(value, "photo");
  if (source["state"] !== "shown") return [];
  return [
    {
      photoId: text(source, "photoId"),
      guestId: text(source, "guestId"),
      displayName: text(source, "displayName"),
      sentAt: number(source, "sentAt"),
      score: number(source, "score"),
      faceCount: awardFaces(parseFaces(source["faces"]), rules),
      missions: list(source, "missions", String),
    },
  ];
}

/** AppSync hands JSON over as a text. What they felt is nothing to awards. */
function parseFaces(value: unknown): Parameters<typeof awardFaces>[0] {
  const faces: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return list({ faces }, "faces", (face) => {
    const source = record(face, "face");
    return { box: parseBox(source["box"]), confidence: number(source, "confidence"), emotions: [] };
  });
}

async function readExcluded(eventId: string): Promise<ReadonlySet<string>> {
  const excluded = new Set<string>();
  let nextToken: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof searchGuests>> = await searchGuests(eventId, "", nextToken);
    for (const { guestId, isExcluded } of page.guests) if (isExcluded === true) excluded.add(guestId);
    nextToken = page.nextToken;
  } while (nextToken !== null);
  return excluded;
}
