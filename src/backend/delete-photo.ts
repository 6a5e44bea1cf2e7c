import { request } from "./client.ts";

const DELETE = `mutation DeleteMyPhoto($photoId: ID!) { deleteMyPhoto(photoId: $photoId) { photoId } }`;

/** Also resolves when there is no such photo (any more): then it is gone. Rejects as `request` does. */
export async function deletePhoto(token: string, photoId: string): Promise<void> {
  await request(DELETE, { photoId }, { kind: "guest", token });
}
