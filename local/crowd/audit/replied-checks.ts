import { points } from "#domain/scoring";
import { type Check, check, difference } from "./check.ts";
import type { ChatCase, Evening, MessageCase, PhotoCase } from "./evening.ts";
import { grouped } from "#domain/grouped";
import { setChecks } from "./set-checks.ts";
import { earlierResults, ownReplies, refusalIn, resultsIn } from "./told.ts";

/** The greeting of a new friend is two messages in one reply, that of several photos up to four (A4). */
const MESSAGES_OF_A_GREETING = 2;
const MESSAGES_OF_A_SET = 4;

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
  const guests = grouped(accepted, ({ sender }) => sender.lineUserId);
  const toAnswer = accepted.filter((message) => !isUnsent(message));
  return [
    check("at most one reply to each message", messages, tooManyReplies),
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
          check("no result is told twice", [...guests.values()], toldTwice),
        ]
      : []),
    check("each result was told, or a reply to its guest was lost", [...guests.values()], (ofGuest) =>
      untoldResults(ofGuest, rules),
    ),
    check("no result waits that its guest could have heard", photos, ({ id, row }) =>
      row?.isUntold === true ? id : undefined,
    ),
    check(
      "each card tells the score that is stored",
      photos.filter(({ told }) => told.length > 0),
      wrongScore,
    ),
    check(
      "no answer to a photo after it was taken back",
      photos.filter((photo) => photo.tombstone !== undefined),
      (photo) => lateAnswer(photo, rules.setBackMs),
    ),
    ...setChecks(photos),
  ];
}

const isUnsent = (message: MessageCase): boolean => "tombstone" in message && message.tombstone !== undefined;

/** One reply uses one token: several of its messages answer the same one. */
function tooManyReplies(message: MessageCase): string | undefined {
  const { id, replies } = message;
  const most = mostMessages(message);
  const tokens = new Set(replies.map(({ answers }) => answers)).size;
  return tokens <= 1 && ownReplies(replies).length <= most && replies.length <= most + 1
    ? undefined
    : `${id} ${replies.length} messages by ${tokens} replies`;
}

function mostMessages(message: MessageCase): number {
  if (isPhoto(message)) return message.sent.set === undefined ? 1 : MESSAGES_OF_A_SET;
  const isGreeted = isChat(message) && (message.sent.kind === "follow" || message.sent.kind === "join");
  return isGreeted ? MESSAGES_OF_A_GREETING : 1;
}

const isChat = (message: object): message is ChatCase =>
  "sent" in message && typeof message.sent === "object" && message.sent !== null && "kind" in message.sent;

const hasOwnId = (message: MessageCase): boolean =>
  !isChat(message) || ["text", "join", "sticker"].includes(message.sent.kind);

const isPhoto = (message: MessageCase): message is PhotoCase => "picture" in message;

/** A2: a result is told by its own reply or by a later one, once; only what LINE lost on the way is lost. */
function untoldResults(messages: readonly MessageCase[], { isHealthy }: ReplyRules): string | undefined {
  const photos = messages.filter(isPhoto);
  const untold = photos.filter(
    ({ row, told, hostSays }) =>
      // What a host took down since, nobody has to hear about.
      row !== undefined && row.state !== "removed" && hostSays === undefined && told.length === 0,
  );
  const later = toldLater(messages);
  if (later.length > photos.length) return `${photos[0]?.id}: ${later.length} results told later`;
  const isLossy = !isHealthy && messages.some(({ replies }) => replies.length === 0);
  if (untold.length <= later.length + refusalsOfSets(photos) || isLossy) return undefined;
  return `nobody told ${untold.map(({ id }) => id).join(" ")}`;
}

function toldTwice(messages: readonly MessageCase[]): string | undefined {
  const photos = messages.filter(isPhoto);
  const told = photos.reduce((sum, photo) => sum + photo.told.length, 0);
  const all = told + toldLater(messages).length;
  return all > photos.length ? `${photos[0]?.id}: ${all} results of ${photos.length} photos` : undefined;
}

/** A reply to a set stands with each of its photos. */
function toldLater(messages: readonly MessageCase[]): readonly string[] {
  const replies = new Map(
    messages.flatMap((message) => message.replies.map((reply) => [reply.messageId, reply] as const)),
  );
  return [...replies.values()].flatMap((reply) => earlierResults(reply) ?? []);
}

/** A set of which one photo is left may be answered by a mere sentence, which does not say of which one. */
function refusalsOfSets(photos: readonly PhotoCase[]): number {
  const replies = new Map(
    photos
      .filter(({ sent }) => sent.set !== undefined)
      .flatMap((photo) => photo.replies.map((reply) => [reply.messageId, reply] as const)),
  );
  return resultsIn([...replies.values()]).filter(
    (result) => result.photoId === undefined && refusalIn(result) !== undefined,
  ).length;
}

function wrongScore({ id, row, told }: PhotoCase): string | undefined {
  const scores = told.flatMap(({ words }) => [...words.matchAll(/\d+\.\dpt/g)].map(String));
  if (scores.length === 0 || row === undefined || row.state === "removed") return undefined;
  return scores.includes(points(row.score)) ? undefined : difference(id, scores, points(row.score));
}

/** The one attempt is either older than the withdrawal or nothing was said. */
function lateAnswer({ id, sent, attempt, tombstone, told, replies }: PhotoCase, setBackMs: number) {
  if (attempt === undefined || tombstone === undefined) return undefined;
  // The others of its set are answered all the same.
  if (sent.set !== undefined && told.length === 0) return undefined;
  if (attempt.kind.startsWith("silence"))
    return replies.length === 0 ? undefined : `${id}: in spite of silence`;
  const lateMs = attempt.recordedAt - tombstone.recordedAt;
  return lateMs > setBackMs ? `${id}: ${lateMs} ms late` : undefined;
}
