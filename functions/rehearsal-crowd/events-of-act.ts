import type { Act, PlannedPhoto } from "#domain/crowd/crowd-plan";
import { rehearsalMessageId, rehearsalToken, rehearsalUserId } from "#domain/rehearsal";
import { pictureNumber } from "./drawn-file.ts";

/** Whose acts they are. */
export interface Cast {
  readonly rehearsalId: string;
  readonly joinCode: string;
  readonly readsForReal: boolean;
  readonly urlOf: (photo: PlannedPhoto) => string;
}

/** Something of the plan, by its place there. */
export interface PlacedAct {
  readonly act: Act;
  readonly place: number;
}

type Naming = Pick<Cast, "rehearsalId" | "readsForReal">;

export const photoIdOf = ({ rehearsalId, readsForReal }: Naming, photo: PlannedPhoto): string =>
  rehearsalMessageId(rehearsalId, {
    number: photo.photo,
    picture: pictureNumber(photo),
    look: photo.look,
    isReadForReal: readsForReal,
  });

/** Above all photos. */
const CHATS_FROM = 500_000;

const chatIdOf = ({ rehearsalId }: Naming, place: number): string =>
  rehearsalMessageId(rehearsalId, { number: CHATS_FROM + place, picture: 0, look: 0, isReadForReal: false });

/** The same for every delivery. */
const webhookEventId = ({ rehearsalId }: Naming, place: number, at = 0): string =>
  `rehearsal-${rehearsalId}-${place}-${at}`;

/** Of several photos that are sent at once. */
const setIdOf = ({ rehearsalId }: Naming, place: number): string => `rehearsal-${rehearsalId}-${place}`;

/** What the bot answers to an act, by the ids with which it answers; photos that are sent at once get one answer (A4). */
export function answersTo(cast: Naming, { act, place }: PlacedAct): readonly string[] {
  switch (act.kind) {
    case "photos":
      if (act.photos.length > 1) return [`set#${setIdOf(cast, place)}`];
      return act.photos.map((photo) => photoIdOf(cast, photo));
    case "follow":
    case "postback":
      return [webhookEventId(cast, place)];
    case "join":
    case "text":
    case "sticker":
      return [chatIdOf(cast, place)];
    case "unsend":
    case "unfollow":
      return [];
  }
}

/** The act as LINE tells of it; all events in one webhook. `photoOf` finds a photo that was sent before. */
export function eventsOfAct(
  cast: Cast,
  placed: PlacedAct,
  sentAt: number,
  photoOf: (photo: number) => PlannedPhoto,
): readonly object[] {
  const { act, place } = placed;
  const { rehearsalId } = cast;
  const [subject = ""] = answersTo(cast, placed);
  const common = {
    mode: "active",
    timestamp: sentAt,
    source: { type: "user", userId: rehearsalUserId({ eventId: rehearsalId, guest: act.guest }) },
  };
  const once = { ...common, webhookEventId: webhookEventId(cast, place) };
  const replyToken = rehearsalToken({ eventId: rehearsalId, sentAt, subject });
  const message = (body: object): object => ({
    ...once,
    type: "message",
    replyToken,
    message: { ...body, id: chatIdOf(cast, place) },
  });
  switch (act.kind) {
    case "follow":
      return [{ ...once, type: "follow", replyToken, follow: { isUnblocked: false } }];
    case "unfollow":
      return [{ ...once, type: "unfollow" }];
    case "join":
      return [message({ type: "text", text: cast.joinCode })];
    case "text":
      return [message({ type: "text", text: act.text })];
    case "sticker":
      return [message({ type: "sticker", stickerId: "1988", packageId: "446" })];
    case "postback":
      return [{ ...once, type: "postback", replyToken, postback: { data: act.postback } }];
    case "unsend": {
      const unsend = { messageId: photoIdOf(cast, photoOf(act.photo)) };
      return [{ ...once, type: "unsend", unsend }];
    }
    case "photos":
      return act.photos.map((photo, at) => ({
        ...common,
        webhookEventId: webhookEventId(cast, place, at),
        type: "message",
        replyToken,
        message: {
          type: "image",
          id: photoIdOf(cast, photo),
          contentProvider: { type: "external", originalContentUrl: cast.urlOf(photo) },
          ...(act.photos.length > 1 && {
            imageSet: {
              id: setIdOf(cast, place),
              ...(!act.isOldPhone && { index: at + 1, total: act.photos.length }),
            },
          }),
        },
      }));
  }
}
