import type { BoardSnapshot, ShownPhoto, ShownStanding, Stage } from "#domain/board";
import { toLanguage } from "#domain/language";
import { standingRules } from "#domain/standing-rule";
import { parseBox } from "./box.ts";
import { parseStageAward, STAGE_AWARD } from "./stage-award.ts";
import { flag, list, number, oneOf, optional, record, text } from "./parse.ts";

const STANDING = "guestId displayName score rankKey photoId image faces photos version";
const PHOTO =
  "photoId guestId displayName image width height score faces { left top width height } sentAt version";

const STAGE = `name step takesUntil result skipped alternates startedAt awards { ${STAGE_AWARD} } asOf version`;

export const BOARD_QUERY = `query Board($boardId: ID!) {
  board(boardId: $boardId) {
    title language theme joinCode hasSpotlight hasCornerQr hasSound isRehearsal standingRule eventVersion stage { ${STAGE} } totals { guests photos }
    standings { ${STANDING} }
    photos { ${PHOTO} }
  }
}`;
export const SHOWN_PHOTOS_QUERY = `query ShownPhotos($boardId: ID!, $nextToken: String) {
  shownPhotos(boardId: $boardId, nextToken: $nextToken) { photos { ${PHOTO} } nextToken }
}`;
export const ON_STANDING = `subscription OnStanding($boardId: ID!) {
  onStanding(boardId: $boardId) { boardId ${STANDING} }
}`;
export const ON_SHOWN_PHOTO = `subscription OnShownPhoto($boardId: ID!) {
  onShownPhoto(boardId: $boardId) { boardId ${PHOTO} }
}`;
export const ON_STAGE = `subscription OnStage($boardId: ID!) {
  onStage(boardId: $boardId) { boardId ${STAGE} eventVersion }
}`;

/** The answer to `BOARD_QUERY`; null when no event has this board. Throws on anything else. */
export function parseBoard(answer: unknown): BoardSnapshot | null {
  const { board } = record(answer, "answer");
  if (board === null || board === undefined) return null;
  const source = record(board, "board");
  const totals = record(source.totals, "totals");
  return {
    title: text(source, "title"),
    language: toLanguage(text(source, "language")),
    theme: text(source, "theme"),
    joinCode: text(source, "joinCode"),
    hasSpotlight: flag(source, "hasSpotlight"),
    hasCornerQr: flag(source, "hasCornerQr"),
    hasSound: flag(source, "hasSound"),
    ...(source["isRehearsal"] === true && { isRehearsal: true }),
    standingRule: oneOf(source, "standingRule", standingRules),
    eventVersion: number(source, "eventVersion"),
    stage: parseStage(source.stage),
    totals: { guests: number(totals, "guests"), photos: number(totals, "photos") },
    standings: list(source, "standings", parseStanding),
    photos: list(source, "photos", parsePhoto),
  };
}

/** A page of an event's shown photos; `nextToken` null: the last one. */
export interface ShownPhotoPage {
  readonly photos: readonly ShownPhoto[];
  readonly nextToken: string | null;
}

/** The answer to `SHOWN_PHOTOS_QUERY`; nothing when no event has this board. Throws on anything else. */
export function parseShownPhotos(answer: unknown): ShownPhotoPage {
  const { shownPhotos } = record(answer, "answer");
  if (shownPhotos === null || shownPhotos === undefined) return { photos: [], nextToken: null };
  const source = record(shownPhotos, "shown photos");
  return { photos: list(source, "photos", parsePhoto), nextToken: optional(source, "nextToken", text) };
}

/** A message of `ON_STANDING`. */
export function parseStandingMessage(message: unknown): ShownStanding {
  return parseStanding(record(message, "message").onStanding);
}

/** A message of `ON_SHOWN_PHOTO`. */
export function parsePhotoMessage(message: unknown): ShownPhoto {
  return parsePhoto(record(message, "message").onShownPhoto);
}

/** A message of `ON_STAGE`. */
export function parseStageMessage(message: unknown): {
  readonly stage: Stage;
  readonly eventVersion: number;
} {
  const source = record(record(message, "message").onStage, "stage");
  return { stage: parseStage(source), eventVersion: number(source, "eventVersion") };
}

function parseStanding(value: unknown): ShownStanding {
  const source = record(value, "standing");
  return {
    guestId: text(source, "guestId"),
    displayName: text(source, "displayName"),
    score: optional(source, "score", number),
    rankKey: optional(source, "rankKey", text),
    photoId: optional(source, "photoId", text),
    image: optional(source, "image", text),
    faces: optional(source, "faces", number),
    photos: number(source, "photos"),
    version: number(source, "version"),
  };
}

function parsePhoto(value: unknown): ShownPhoto {
  const source = record(value, "photo");
  return {
    photoId: text(source, "photoId"),
    guestId: text(source, "guestId"),
    displayName: text(source, "displayName"),
    image: optional(source, "image", text),
    width: optional(source, "width", number),
    height: optional(source, "height", number),
    score: optional(source, "score", number),
    faces: list(source, "faces", parseBox),
    sentAt: number(source, "sentAt"),
    version: number(source, "version"),
  };
}

function parseStage(value: unknown): Stage {
  const source = record(value, "stage");
  const takesUntil = optional(source, "takesUntil", number);
  const startedAt = optional(source, "startedAt", number);
  const asOf = optional(source, "asOf", number);
  return {
    name: text(source, "name"),
    step: optional(source, "step", number),
    ...(takesUntil !== null && { takesUntil }),
    result: list(source, "result", String),
    skipped: list(source, "skipped", String),
    alternates: source["alternates"] === true,
    ...(startedAt !== null && { startedAt }),
    awards: list(source, "awards", parseStageAward),
    ...(asOf !== null && { clockAheadMs: asOf - Date.now() }),
    version: number(source, "version"),
  };
}
