import { describe, expect, it } from "vitest";
import { toGuestEvent } from "../guest-event.ts";
import { SET, allAnswered, receive, three, userId } from "./in-memory-set.ts";
import { OPENED_AT, createWorld } from "../in-memory-world.ts";
import { parseQueueMessage } from "../parse-queue-message.ts";
import { routeMessage } from "../route-message.ts";

describe("A4: what LINE tells of a set", () => {
  const event = (imageSet: unknown) =>
    toGuestEvent({
      type: "message",
      timestamp: OPENED_AT,
      source: { type: "user", userId },
      replyToken: "token",
      message: { type: "image", id: "7", imageSet },
    });

  it.each([
    [{ id: SET, index: 2, total: 3 }],
    [{ id: SET, index: 2 }],
    [{ id: SET, total: 3 }],
    [{ id: SET }],
  ])("%j: is kept as it is, and its photos share the answer", (imageSet) => {
    expect(event(imageSet)).toMatchObject({ kind: "photo", photoId: "7", replyId: `set#${SET}` });
    expect(event(imageSet)).toHaveProperty("imageSet", imageSet);
  });

  it.each([
    ["places that make no sense are not known", { id: SET, index: "2", total: -1 }, { id: SET }],
    ["new members say nothing", { id: SET, colour: "red" }, { id: SET }],
  ])("%s", (_name, told, known) => {
    expect(event(told)).toHaveProperty("imageSet", known);
  });

  it.each([[undefined], [null], [{}], [{ id: 3 }], [{ id: "" }], ["set"]])(
    "%j: a photo that came alone",
    (imageSet) => {
      expect(event(imageSet)).toMatchObject({ kind: "photo", photoId: "7", replyId: "7" });
      expect(event(imageSet)).not.toHaveProperty("imageSet");
    },
  );

  it.each(["remind", "close-set"] as const)("%s: goes its way by the queue", async (kind) => {
    const world = createWorld();
    const messages = three(world, { hasTotal: kind === "remind" });
    await receive(world, messages.slice(0, 1));
    const line = {
      type: "message",
      timestamp: OPENED_AT,
      source: { type: "user", userId },
      replyToken: "token",
      message: { type: "image", id: "1100", imageSet: { id: SET, ...(kind === "remind" && { total: 3 }) } },
    };
    await routeMessage(world.ports, parseQueueMessage(JSON.stringify({ kind, event: line })));
    expect(world.replies).toHaveLength(1);
    allAnswered(world);
  });
});
