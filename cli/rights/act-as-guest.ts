import * as z from "zod";
import { askApi } from "../ask-api.ts";
import { askForPhoto, startSession } from "./ask.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

/** On the personal page: the guest chooses a language, leaves the screen, comes back, and deletes a photo, thinks again, and deletes it. `later` lets so many seconds pass. */
export async function actAsGuest(
  { stack, userId }: Visit,
  photoId: string,
  later: (seconds: number) => Promise<void>,
): Promise<void> {
  const { endpoints, login } = stack;
  const token = await startSession(endpoints, await login.issueIdToken({ userId }), photoId);
  const ask = (query: string, variables: object) =>
    askApi(endpoints.graphqlUrl, { Authorization: token }, query, variables);
  const update = (change: object) =>
    ask(`mutation ($change: AWSJSON!) { updateMe(change: $change) { isOffScreen } }`, {
      change: JSON.stringify(change),
    });
  const wish = (isOffScreen: boolean) => update({ isOffScreen });
  const becomes = (state: string) =>
    until(`the photo ${state}`, async () => (await askForPhoto(endpoints, token, photoId)) === state);
  await update({ language: "en" });
  await wish(true);
  await becomes("hidden");
  // The guest still sees the picture.
  const pictures = await ask(`query ($ids: [ID!]!) { myPictures(photoIds: $ids) { thumbnail } }`, {
    ids: [photoId],
  });
  const [picture] = z.array(z.object({ thumbnail: z.string() })).parse(pictures);
  const { status } = await fetch(picture?.thumbnail ?? "");
  if (status !== 200) throw new Error(`the guest's own picture answers ${status}`);
  await wish(false);
  await becomes("shown");
  await takePhotosAway(ask);
  // The archive goes with the photo.
  const change = async (field: string): Promise<void> => {
    const query = `mutation ($photoId: ID!) { ${field}(photoId: $photoId) { photoId } }`;
    z.object({ photoId: z.literal(photoId) }).parse(await ask(query, { photoId }));
  };
  await change("deleteMyPhoto");
  await becomes("hidden");
  await change("undoDeleteMyPhoto");
  await becomes("shown");
  await change("deleteMyPhoto");
  await becomes("hidden");
  await later(20);
  await becomes("removed");
}

const archiveShape = z.object({ archiveId: z.string(), state: z.string(), url: z.string().nullable() });

/** P10 */
async function takePhotosAway(ask: (query: string, variables: object) => Promise<unknown>): Promise<void> {
  const ordered = await ask(`mutation { orderMyArchive { archiveId state url } }`, {});
  const { archiveId } = archiveShape.parse(ordered);
  const look = async () =>
    archiveShape.parse(
      await ask(`query ($a: ID!) { myArchive(archiveId: $a) { archiveId state url } }`, { a: archiveId }),
    );
  await until("the archive", async () => (await look()).state === "ready");
  const { status } = await fetch((await look()).url ?? "");
  if (status !== 200) throw new Error(`the archive answers ${status}`);
}
