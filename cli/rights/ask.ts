import * as z from "zod";
import type { Endpoints } from "../../local/stack/endpoints.ts";
import { askApi } from "../ask-api.ts";

const boardSchema = z.object({
  standings: z.array(z.object({ displayName: z.string(), image: z.string().nullable() })),
  photos: z.array(z.object({ photoId: z.string() })),
});

/** The event's board, as everybody sees it. Throws with the API's own words. */
export async function askForBoard(endpoints: Endpoints): Promise<z.output<typeof boardSchema>> {
  const query = `query ($id: ID!) { board(boardId: $id) { standings { displayName image } photos { photoId } } }`;
  const board = await askApi(endpoints.graphqlUrl, { "x-api-key": endpoints.apiKey }, query, {
    id: endpoints.boardId,
  });
  return boardSchema.parse(board);
}

/** A guest's session for LINE's ID token: in the event of a photo, or where the guest plays now. */
export async function startSession(
  endpoints: Endpoints,
  idToken: string,
  photoId: string | undefined,
): Promise<string> {
  const query = `mutation ($idToken: String!, $photoId: ID) { startSession(idToken: $idToken, photoId: $photoId) { token } }`;
  const session = await askApi(endpoints.graphqlUrl, { "x-api-key": endpoints.apiKey }, query, {
    idToken,
    photoId,
  });
  return z.object({ token: z.string() }).parse(session).token;
}

/** The state of the guest's own photo. */
export async function askForPhoto(endpoints: Endpoints, token: string, photoId: string): Promise<string> {
  const query = `query ($photoId: ID!) { myPhoto(photoId: $photoId) { state place } }`;
  const photo = await askApi(endpoints.graphqlUrl, { Authorization: token }, query, { photoId });
  return z.object({ state: z.string() }).parse(photo).state;
}
