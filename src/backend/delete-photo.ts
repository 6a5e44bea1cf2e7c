import { request } from "./client.ts";
import { number, optional, record } from "./parse.ts";

const DELETE = `mutation DeleteMyPhoto($photoId: ID!) { deleteMyPhoto(photoId: $photoId) { photoId goneAt } }`;
const UNDO = `mutation UndoDeleteMyPhoto($photoId: ID!) { undoDeleteMyPhoto(photoId: $photoId) { photoId } }`;

/**
 * Resolves to when it will be gone for good, in milliseconds since the epoch; null when there is no such photo (any
 * more). Rejects as `request` does.
 */
export async function deletePhoto(token: string, photoId: string): Promise<number | null> {
  const answer = record(await request(DELETE, { photoId }, { kind: "guest", token }), "answer");
  return optional(answer, "deleteMyPhoto", (source, key) => number(record(source[key], key), "goneAt"));
}

/** Takes a deletion back; false when it was too late. Rejects as `request` does. */
export async function undoDeletePhoto(token: string, photoId: string): Promise<boolean> {
  const answer = record(await request(UNDO, { photoId }, { kind: "guest", token }), "answer");
  return optional(answer, "undoDeleteMyPhoto", (source, key) => record(source[key], key)) !== null;
}
