import * as z from "zod";
import { createCeremonyStore } from "../shared/adapters/ceremony-graphql.ts";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createArchiveAddresses } from "../shared/adapters/s3-archive-addresses.ts";
import { createPictureAddresses } from "../shared/adapters/s3-addresses.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { bucketAddress, createAwsFetch, signingKeyOf } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import { deleteEverything } from "./delete-everything.ts";
import { deleteMyPhoto } from "./delete-my-photo.ts";
import { readGuestEnvironment } from "./environment.ts";
import type { GuestPorts } from "./guest-ports.ts";
import { orderMyArchive, showMyArchive } from "./my-archive.ts";
import { showMyPictures } from "./show-my-pictures.ts";
import { undoDeleteMyPhoto } from "./undo-delete-my-photo.ts";
import { updateMe } from "./update-me.ts";

/** The guest is the session's; `guest-action.js` took it from there and from nowhere else. */
const session = { eventId: z.string().min(1), guestId: z.string().min(1) };
const payloadShape = z.discriminatedUnion("action", [
  z.object({ ...session, action: z.literal("deleteMyPhoto"), args: z.object({ photoId: z.string() }) }),
  z.object({
    ...session,
    action: z.literal("undoDeleteMyPhoto"),
    args: z.object({ photoId: z.string() }),
  }),
  z.object({ ...session, action: z.literal("deleteEverything") }),
  z.object({
    ...session,
    action: z.literal("myPictures"),
    args: z.object({ photoIds: z.array(z.string()) }),
  }),
  z.object({ ...session, action: z.literal("orderMyArchive") }),
  z.object({ ...session, action: z.literal("myArchive"), args: z.object({ archiveId: z.string() }) }),
  z.object({ ...session, action: z.literal("updateMe"), args: z.object({ change: z.unknown() }) }),
]);

const connected = rememberConnection(readGuestEnvironment, (settings, env): GuestPorts => {
  const send = createQueueSender(createAwsFetch(env, { service: "sqs", timeoutMs: 3_000 }));
  const door = connectDoor(env, settings.graphqlUrlParameter);
  const [bucketUrl, s3Key] = [bucketAddress(env, settings.photoBucket), signingKeyOf(env, "s3")];
  return {
    store: createCeremonyStore(door),
    pictures: createPictureAddresses(bucketUrl, s3Key, Date.now),
    orderQueue: createWorkQueue(send, settings.orderQueueUrl),
    packQueue: createWorkQueue(send, settings.photoQueueUrl),
    jobs: createHostStore(door),
    archives: createArchiveAddresses(bucketUrl, s3Key, Date.now),
    clock: Date.now,
  };
});

/** The payload is what the resolver sends; a fault becomes the resolver's own words. */
export const handler = async (payload: unknown): Promise<unknown> => {
  try {
    const asked = payloadShape.parse(payload);
    const ports = connected(process.env);
    switch (asked.action) {
      case "orderMyArchive":
        return await orderMyArchive(ports, asked);
      case "myArchive":
        return await showMyArchive(ports, asked, asked.args.archiveId);
      case "deleteMyPhoto":
        return await deleteMyPhoto(ports, { ...asked, photoId: asked.args.photoId });
      case "undoDeleteMyPhoto":
        return await undoDeleteMyPhoto(ports, { ...asked, photoId: asked.args.photoId });
      case "deleteEverything":
        return await deleteEverything(ports, asked);
      case "myPictures":
        return await showMyPictures(ports, asked, asked.args.photoIds);
      case "updateMe":
        return await updateMe(ports, asked, asked.args.change);
    }
  } catch (error) {
    log.error("guest-action-failed", describeError(error));
    throw error;
  }
};
