import { points } from "#domain/scoring";
import { type Check, check, difference } from "./check.ts";
import type { ChatCase, Evening, MessageCase, PhotoCase } from "./evening.ts";
import { grouped } from "./grouped.ts";
import { earlierResults, isTold, ownReplies } from "./told.ts";

/** The greeting of a new friend is two messages in one reply; every other reply is one. */
const MESSAGES_OF_A_GREETING = 2;

export interface ReplyRules {
  /** Nothing went wrong on command: every answer must have arrived. */
  readonly isHealthy: boolean;
  /** How far the world's clock was set back in the meantime, all steps together: time stamps are so uncertain. */
  readonly setBackMs: number;
}

/** One answer to everything that was said, and never a second one. */
export function repliedChecks({ world, photos, chats }: Evening, rules: ReplyRules): readonly Check[] {
  const messages: readonly MessageCase[] = [...photos, ...chats];
  const accepted = messages.filter((message) => message.isAccepted);
  const isUnsent = (message: MessageCase): boolean =>
    "tombstone" in message && message.tombstone !== undefined;
  const guests = grouped(accepted, ({ sender }) => sender.lineUserId);
  const toAnswer = accepted.filter((message) => !isUnsent(message));
  return [
    check("at most one reply to each message", messages, (message) =>
      ownReplies(message.replies).length <= mostMessages(message) &&
      message.replies.length <= mostMessages(message) + 1
        ? undefined
        : `${message.id} ${message.replies.length} messages`,
    ),
    check("nothing is pushed", world.chats.flat(), ({ via, messageId }) =>
      via === "push" ? messageId : undefined,
    ),
    // What a friend or a tap gets is recorded under LINE's event id, which nobody outside can know.
    check(
      "an answer to each accepted message was tried",
      toAnswer.filter((message) => hasOwnId(message)),
      ({ id, attempt }) =>
        attempt?.kind.startsWith("reply ") === true ? undefined : `${id} ${attempt?.kind}`,
    ),
    ...(rules.isHealthy
      ? [
          check("each accepted message got its answer", toAnswer, ({ id, replies }) =>
            replies.length > 0 ? undefined : id,
          ),
        ]
      : []),
    check("each result was told, or a reply to its guest was lost", [...guests.values()], (ofGuest) =>
      untoldResults(ofGuest, rules),
    ),
    check("no result waits that its guest could have heard", photos, ({ id, row }) =>
      row?.isUntold === true ? id : undefined,
    ),
    check("each card tells the score that is stored", photos, wrongScore),
    check(
      "no answer to a photo after it was taken back",
      photos.filter((photo) => photo.tombstone !== undefined),
      (photo) => lateAnswer(photo, rules.setBackMs),
    ),
  ];
}

const mostMessages = (message: object): number =>
  isChat(message) && message.sent.kind === "follow" ? MESSAGES_OF_A_GREETING : 1;

const isChat = (message: object): message is ChatCase =>
  "sent" in message && typeof message.sent === "object" && message.sent !== null && "kind" in message.sent;

const hasOwnId = (message: MessageCase): boolean =>
  !isChat(message) || message.sent.kind === "text" || message.sent.kind === "sticker";

/** A2: a result is told by its own reply or by a later one, once; only what LINE lost on the way is lost. */
function untoldResults(messages: readonly MessageCase[], { isHealthy }: ReplyRules): string | undefined {
  const photos = messages.filter(isPhoto);
  const untold = photos.filter(
    ({ row, ...photo }) => row !== undefined && row.state !== "removed" && !isTold(photo),
  );
  const later = messages.flatMap(({ replies }) => replies.flatMap((reply) => earlierResults(reply) ?? []));
  if (later.length > photos.length) return `${photos[0]?.id}: ${later.length} results told later`;
  const isLossy = !isHealthy && messages.some(({ replies }) => replies.length === 0);
  if (untold.length <= later.length || isLossy) return undefined;
  return `nobody told ${untold.map(({ id }) => id).join(" ")}`;
}

const isPhoto = (message: MessageCase): message is PhotoCase => "picture" in message;

function wrongScore({ id, row, replies }: PhotoCase): string | undefined {
  const told = ownReplies(replies).flatMap(({ body }) =>
    [...JSON.stringify(body).matchAll(/\d+\.\dpt/g)].map(String),
  );
  if (told.length === 0 || row === undefined || row.state === "removed") return undefined;
  return told.includes(points(row.score)) ? undefined : difference(id, told, points(row.score));
}

/** The one attempt is either older than the withdrawal or nothing was said. */
function lateAnswer({ id, attempt, tombstone, replies }: PhotoCase, setBackMs: number): string | undefined {
  if (attempt === undefined || tombstone === undefined) return undefined;
  if (attempt.kind.startsWith("silence"))
    return replies.length === 0 ? undefined : `${id}: in spite of silence`;
  const lateMs = attempt.recordedAt - tombstone.recordedAt;
  return lateMs > setBackMs ? `${id}: ${lateMs} ms late` : undefined;
}
