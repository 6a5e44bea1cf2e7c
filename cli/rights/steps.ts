import { seedRules } from "#domain/event-rules";
import { drawPicture } from "../../local/crowd/pictures.ts";
import { createHostApi, type JobState } from "../rules/host-api.ts";
import { actAsGuest } from "./act-as-guest.ts";
import { askForBoard, askForPhoto, startSession } from "./ask.ts";
import { endEvent } from "./end-event.ts";
import { hostEvent } from "./host-event.ts";
import { leaveInChat, leaveOnPage } from "./leave.ts";
import { lookAfter } from "./look-after.ts";
import { moderate } from "./moderate.ts";
import { takeAway } from "./take-away.ts";
import { rehearse } from "./rehearse.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

/** Says that it is a GIF, and no more. */
const unreadable = Buffer.from("GIF89a");

export interface Step {
  readonly name: string;
  run(visit: Visit): Promise<void>;
}

/** Nothing can be worked on now, and nothing is being worked on; what waits for its hour does not count. */
const quiet = ({ stack, queues }: Visit): Promise<void> =>
  until("the end of all work", () =>
    queues.every((queue) => {
      const { visible, inFlight } = stack.services.queues.counts(queue);
      return visible + inFlight === 0;
    }),
  );

/** Lets what waits for its hour come now. */
async function later(visit: Visit, seconds: number): Promise<void> {
  const { faults, services } = visit.stack;
  const { clockOffsetMs = 0 } = faults.plan;
  faults.set({ ...faults.plan, clockOffsetMs: clockOffsetMs + seconds * 1000 });
  services.queues.tick();
  await quiet(visit);
}

async function answered({ stack, userId }: Visit, messageId: string): Promise<void> {
  await until("the bot's answer", () =>
    stack.line.chats.messagesOf(userId).some(({ from, answers }) => from === "bot" && answers === messageId),
  );
}

async function sendPhoto(visit: Visit): Promise<string> {
  // Another look each time: a picture that came before is answered and hidden.
  const picture = await drawPicture("guest-smile", `${visit.userId} ${visit.photos.length}`);
  const [sent] = visit.stack.line.guests.sendImages(visit.userId, [picture]);
  if (sent === undefined) throw new Error("no picture was sent");
  visit.photos.push(sent.messageId);
  return sent.messageId;
}

const isOnBoard = async ({ stack }: Visit, photoId: string): Promise<boolean> =>
  (await askForBoard(stack.endpoints)).photos.some((photo) => photo.photoId === photoId);

/** A guest of whom LINE tells nothing at first: the message comes back soon, and is answered then. */
async function withPassingFault(
  visit: Visit,
  displayName: string,
  send: (guest: Visit) => string | Promise<string>,
): Promise<void> {
  const { faults, line } = visit.stack;
  faults.set({ ...faults.plan, calls: { "line:getProfile": { failBefore: 1, times: 1 } } });
  const guest = { ...visit, userId: line.guests.create({ displayName, language: "ja" }).userId, photos: [] };
  const messageId = await send(guest);
  await until("the fault", () => faults.struck("line:getProfile") === 1);
  // A plan that is set anew strikes anew.
  faults.set({ ...faults.plan, calls: {} });
  await later(guest, 10);
  await answered(guest, messageId);
}

/** As the local host: rules that make the worker ask for everything that it can read, and the seed's again. */
async function changeRules(visit: Visit): Promise<void> {
  const { endpoints, services } = visit.stack;
  const { userPoolId, userPoolClientId, host, eventId, graphqlUrl } = endpoints;
  const session = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  const api = createHostApi(graphqlUrl, session.AccessToken);
  const ended = ({ jobId }: JobState): Promise<void> =>
    until("the end of the recomputation", async () => (await api.job(jobId))?.state === "done");
  const labels = { minConfidence: 55, most: 10 };
  await ended(
    await api.changeRules(eventId, { ...seedRules, scoring: { faceCap: 1 }, labels, bannedWords: ["x"] }),
  );
  await answered(visit, await sendPhoto(visit));
  await ended(await api.undoRules(eventId));
  await quiet(visit);
}

/** Every use case of the product in small, one after the other. The first three make what the others need. */
export const steps: readonly Step[] = [
  {
    name: "follow the bot",
    async run(visit) {
      await answered(visit, visit.stack.line.guests.follow(visit.userId).messageId);
    },
  },
  {
    name: "send a photo, get the card",
    async run(visit) {
      await answered(visit, await sendPhoto(visit));
      await quiet(visit);
    },
  },
  {
    name: "see it on the board",
    async run(visit) {
      const [photo = ""] = visit.photos;
      await until("the photo on the board", () => isOnBoard(visit, photo));
      const { standings } = await askForBoard(visit.stack.endpoints);
      const [image] = standings.map((standing) => standing.image);
      const { status } = await fetch(`${visit.stack.endpoints.cdnUrl}/${image}.jpg`);
      if (status !== 200) throw new Error(`the picture's copy answers ${status}`);
    },
  },
  {
    name: "open the personal page",
    async run({ stack, userId, photos: [photo = ""] }) {
      const idToken = await stack.login.issueIdToken({ userId });
      const token = await startSession(stack.endpoints, idToken, photo);
      const state = await askForPhoto(stack.endpoints, token, photo);
      if (state !== "shown") throw new Error(`the photo's state is ${state}`);
    },
  },
  {
    name: "begin a session without a photo",
    async run({ stack, userId }) {
      await startSession(stack.endpoints, await stack.login.issueIdToken({ userId }), undefined);
    },
  },
  {
    name: "send a text",
    async run(visit) {
      await answered(visit, visit.stack.line.guests.sendText(visit.userId, "こんにちは").messageId);
    },
  },
  {
    name: "ask for the ranking, choose a language and a name",
    async run(visit) {
      const { guests } = visit.stack.line;
      for (const text of ["ランキング", "日本語", "名前 はな"])
        await answered(visit, guests.sendText(visit.userId, text).messageId);
      await quiet(visit);
    },
  },
  {
    name: "the ladder and the reminder",
    run: (visit) => later(visit, 60),
  },
  {
    name: "be told twice by LINE",
    async run(visit) {
      const { faults } = visit.stack;
      faults.set({ ...faults.plan, webhooks: { duplicate: 1 } });
      await answered(visit, await sendPhoto(visit));
      faults.set({ ...faults.plan, webhooks: {} });
      await visit.stack.line.idle();
      await quiet(visit);
    },
  },
  {
    name: "a fault of a photo that passes",
    run: (visit) => withPassingFault(visit, "実", sendPhoto),
  },
  {
    name: "a fault of the chat that passes",
    run: (visit) =>
      withPassingFault(visit, "健", ({ stack, userId }) => stack.line.guests.follow(userId).messageId),
  },
  { name: "change the rules, send a photo, undo the rules", run: changeRules },
  {
    name: "hide a photo, ban its guest, take both back",
    run: (visit) => moderate(visit, visit.photos.at(-1) ?? ""),
  },
  {
    name: "leave the screen, come back, delete a photo",
    async run(visit) {
      const photo = await sendPhoto(visit);
      await answered(visit, photo);
      await actAsGuest(visit, photo, (seconds) => later(visit, seconds));
      await quiet(visit);
    },
  },
  { name: "host a second event", run: hostEvent },
  { name: "look after what was given up", run: lookAfter },
  {
    name: "rehearse an event",
    run: (visit) => rehearse(visit, (seconds) => later(visit, seconds)),
  },
  {
    name: "take a photo back",
    async run(visit) {
      const [photo = ""] = visit.photos;
      visit.stack.line.guests.unsend(visit.userId, photo);
      await until("the photo's end on the board", async () => !(await isOnBoard(visit, photo)));
      await quiet(visit);
    },
  },
  {
    name: "take the whole event away",
    async run(visit) {
      // One without a picture is looked at once more.
      await answered(
        visit,
        visit.stack.line.guests.sendImages(visit.userId, [unreadable])[0]?.messageId ?? "",
      );
      const photo = await sendPhoto(visit);
      await answered(visit, photo);
      await takeAway(visit, async () => {
        visit.stack.line.guests.unsend(visit.userId, photo);
        await until("the photo's end on the board", async () => !(await isOnBoard(visit, photo)));
        await quiet(visit);
      });
      await quiet(visit);
    },
  },
  {
    name: "come back after a break",
    async run(visit) {
      visit.stack.line.guests.unfollow(visit.userId);
      await answered(visit, visit.stack.line.guests.follow(visit.userId).messageId);
      await quiet(visit);
    },
  },
  {
    name: "leave with everything, come back, leave on the page",
    async run(visit) {
      await answered(visit, await sendPhoto(visit));
      await answered(visit, await leaveInChat(visit));
      await quiet(visit);
      await answered(visit, await sendPhoto(visit));
      await leaveOnPage(visit);
      await quiet(visit);
    },
  },
  {
    name: "let an event's time go by until it is deleted",
    run: (visit) => endEvent(visit, (seconds) => later(visit, seconds)),
  },
];
