import { request } from "./client.ts";
import { list, record, text } from "./parse.ts";

/** Addresses of an own photo's private copies, good for half an hour at least: at most 1024 and 320 px on the long edge. */
export interface MyPicture {
  readonly photoId: string;
  readonly display: string;
  readonly thumbnail: string;
}

/** The API takes no more at once. */
export const mostPictures = 50;

const MY_PICTURES = `query MyPictures($photoIds: [ID!]!) {
  myPictures(photoIds: $photoIds) { photoId display thumbnail }
}`;

/** Of those among the own photos that have a picture. Rejects as `request` does. */
export async function readMyPictures(
  token: string,
  photoIds: readonly string[],
): Promise<readonly MyPicture[]> {
  const answer = record(await request(MY_PICTURES, { photoIds }, { kind: "guest", token }), "answer");
  return list(answer, "myPictures", (entry) => {
    const picture = record(entry, "picture");
    return {
      photoId: text(picture, "photoId"),
      display: text(picture, "display"),
      thumbnail: text(picture, "thumbnail"),
    };
  });
}
