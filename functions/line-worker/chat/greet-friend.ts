import { admission } from "#domain/event";
import type { Refusal } from "#domain/words/bot-words";
import type { Guest } from "../../shared/ports/ceremony-store.ts";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import { findLanguage, type Whereabouts } from "../guests/find-event.ts";
import type { ChatMessage } from "../guest-event.ts";
import { hasLeft } from "../guests/has-left.ts";
import { welcomeGuest } from "../guests/welcome-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type Friend = Pick<ChatMessage, "lineUserId" | "sentAt">;

/** E2: who becomes the bot's friend plays in the only open event from then on; everybody hears what happens to photos. */
export async function greetFriend(
  ports: Pick<WorkerPorts, "store" | "messenger" | "guestIdKey">,
  whereabouts: Whereabouts,
  friend: Friend,
): Promise<Answer> {
  const { event } = whereabouts;
  const guest = await welcomed(ports, whereabouts, friend);
  const language = guest?.language ?? (await findLanguage(ports, whereabouts, friend.lineUserId));
  const about = event && { event };
  if (guest?.bannedAt !== undefined) return { kind: "refused", reason: "banned", language, ...about };
  if (hasLeft(guest, friend.sentAt)) return { kind: "note", language, note: "left", name: "" };
  const hint = hintOf(whereabouts, friend.sentAt);
  return { kind: "greeting", language, ...about, ...(hint !== undefined && { hint }) };
}

/** Who plays somewhere stays there, and nothing of it changes. */
async function welcomed(
  ports: Parameters<typeof greetFriend>[0],
  { person, event, isJoined }: Whereabouts,
  friend: Friend,
): Promise<Guest | undefined> {
  if (isJoined || event === undefined || admission(event, friend.sentAt) !== "open") return undefined;
  return welcomeGuest(ports, { person, event }, friend);
}

/** Why a friend cannot send photos yet, or any more. */
function hintOf({ event, isUndecided }: Whereabouts, sentAt: number): Refusal | undefined {
  if (isUndecided) return "which-event";
  const admitted = event === undefined ? "open" : admission(event, sentAt);
  return admitted === "open" ? undefined : admitted;
}
