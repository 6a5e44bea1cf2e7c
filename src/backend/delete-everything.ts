import { request } from "./client.ts";

const DELETE = `mutation DeleteEverything { deleteEverything { eventId } }`;

/** Orders that all of the session's guest is deleted from its event; the session ends with it. Rejects as `request` does. */
export async function deleteEverything(token: string): Promise<void> {
  await request(DELETE, {}, { kind: "guest", token });
}
