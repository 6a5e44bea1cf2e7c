import type { CrowdPlan, CrowdSize } from "./crowd/crowd-plan.ts";
import { planCrowd } from "./crowd/plan-crowd.ts";

/** H1 */
export const mostOfRehearsal = { guests: 1_000, photos: 5_000, minutes: 60 } as const;

/** A drawn picture that drawn guests send. */
export interface RehearsalPicture {
  readonly name: string;
  /** How often, compared with the others. */
  readonly weight: number;
}

/** Who a drawn guest is. */
export interface RehearsalGuest {
  /** The rehearsal's own event. */
  readonly eventId: string;
  /** Counts the guests from 0. */
  readonly guest: number;
}

const userId = /^R-([0-9a-f-]{36})-(\d{1,4})$/;

/** LINE's own ids are a U and 32 hexadecimal digits: no real user can have this one. */
export const rehearsalUserId = ({ eventId, guest }: RehearsalGuest): string => `R-${eventId}-${guest}`;

/** H2: the drawn guest behind a LINE user id; `undefined`: a real user. */
export function rehearsalGuestOf(lineUserId: string): RehearsalGuest | undefined {
  const [, eventId, guest] = userId.exec(lineUserId) ?? [];
  return eventId === undefined ? undefined : { eventId, guest: Number(guest) };
}

export const isRehearsalUser = (lineUserId: string): boolean => rehearsalGuestOf(lineUserId) !== undefined;

/** H2: whether somebody may play in an event. */
export function belongsTogether(
  lineUserId: string,
  { eventId, isRehearsal = false }: { readonly eventId: string; readonly isRehearsal?: boolean },
): boolean {
  const guest = rehearsalGuestOf(lineUserId);
  return guest === undefined ? !isRehearsal : isRehearsal && guest.eventId === eventId;
}

/** What a message's id says of a drawn guest's message. */
export interface RehearsalMessage {
  /** Counts photos and other messages, each from 0. */
  readonly number: number;
  /** Of a photo: which picture of the drawn ones, and its light: photos of the same look are the same. */
  readonly picture: number;
  readonly look: number;
  /** H3: read by Rekognition. */
  readonly isReadForReal: boolean;
}

const messageId = /^9(\d{17})([01])(\d{2})(\d{4})(\d{6})$/;

/** Longer than LINE's ids, and of digits like them: two events never share one. */
export function rehearsalMessageId(eventId: string, message: RehearsalMessage): string {
  const { number, picture, look, isReadForReal } = message;
  return [
    "9",
    digitsOf(eventId),
    isReadForReal ? "1" : "0",
    String(picture).padStart(2, "0"),
    String(look).padStart(4, "0"),
    String(number).padStart(6, "0"),
  ].join("");
}

/** `undefined`: a real guest's message. */
export function rehearsalMessageOf(id: string): RehearsalMessage | undefined {
  const [all, , real, picture, look, number] = messageId.exec(id) ?? [];
  if (all === undefined) return undefined;
  return {
    number: Number(number),
    picture: Number(picture),
    look: Number(look),
    isReadForReal: real === "1",
  };
}

/** 56 bits of the event's id. */
const digitsOf = (eventId: string): string =>
  BigInt(`0x${eventId.replaceAll("-", "").slice(0, 14)}`)
    .toString()
    .padStart(17, "0");

/** With what an answer to a drawn guest is addressed. */
export interface RehearsalToken {
  readonly eventId: string;
  /** LINE's time stamp of what is answered, milliseconds since the epoch. */
  readonly sentAt: number;
  /** Of what is answered. */
  readonly subject: string;
}

const replyToken = /^rehearsal:([0-9a-f-]{36}):(\d{1,16}):(.{1,200})$/;

/** LINE's own tokens hold no colon. */
export const rehearsalToken = ({ eventId, sentAt, subject }: RehearsalToken): string =>
  `rehearsal:${eventId}:${sentAt}:${subject}`;

/** `undefined`: LINE's own. */
export function rehearsalTokenOf(token: string): RehearsalToken | undefined {
  const [, eventId, sentAt, subject] = replyToken.exec(token) ?? [];
  if (eventId === undefined || subject === undefined) return undefined;
  return { eventId, sentAt: Number(sentAt), subject };
}

const FAMILY_NAMES = [
  "佐藤",
  "鈴木",
  "高橋",
  "田中",
  "伊藤",
  "渡辺",
  "山本",
  "中村",
  "小林",
  "加藤",
  "吉田",
  "山田",
];
const GIVEN_NAMES = [
  "花子",
  "健太",
  "美咲",
  "翔",
  "さくら",
  "大輔",
  "陽菜",
  "蓮",
  "葵",
  "直樹",
  "結衣",
  "悠斗",
  "彩",
];
const LATIN_NAMES = ["Anna", "Ben", "Chloe", "David", "Emma", "Liam", "Mia", "Noah", "Olivia", "Sam"];
const CHINESE_NAMES = ["陳怡君", "林志明", "黃美玲", "張家豪", "李淑芬", "王小明", "吳雅婷", "劉建宏"];

/** What LINE would tell of a drawn guest: of ten, seven speak Japanese, two English, one Chinese. */
export function rehearsalProfile({ guest }: Pick<RehearsalGuest, "guest">): {
  readonly displayName: string;
  readonly language: "ja" | "en" | "zh-Hant";
} {
  const round = Math.floor(guest / 10);
  const nameOf = (names: readonly string[], at: number): string => names[at % names.length] ?? "";
  if (guest % 10 === 9) return { displayName: numbered(CHINESE_NAMES, round), language: "zh-Hant" };
  if (guest % 10 === 4 || guest % 10 === 7)
    return { displayName: numbered(LATIN_NAMES, round * 2 + (guest % 10 === 4 ? 0 : 1)), language: "en" };
  const displayName = `${nameOf(FAMILY_NAMES, guest)}${nameOf(GIVEN_NAMES, guest)}`;
  return { displayName, language: "ja" };
}

/** So that few are called the same. */
function numbered(names: readonly string[], at: number): string {
  const time = Math.floor(at / names.length);
  return `${names[at % names.length] ?? ""}${time === 0 ? "" : ` ${time + 1}`}`;
}

const BURST_MS = 300_000;
const MINUTE_MS = 60_000;

/** H5: everything that drawn guests do, in the order of time; nothing later than the length of the rehearsal. */
export function planRehearsal(
  eventId: string,
  size: CrowdSize,
  pictures: readonly RehearsalPicture[],
): CrowdPlan {
  const lengthMs = size.minutes * MINUTE_MS;
  // The dinner's end, when everybody takes out the phone: five minutes, or a third of a short rehearsal.
  const burst = { from: 0.5, to: 0.5 + Math.min(1 / 3, BURST_MS / lengthMs) };
  const seed = Number.parseInt(eventId.replaceAll("-", "").slice(0, 8), 16);
  const plan = planCrowd(
    seed,
    { ...size, isByCode: true },
    {
      pictures: pictures.map((picture) => ({ ...picture, isPhoto: true })),
      names: ["-"],
      languages: ["ja"],
      texts: TEXTS,
      postbacks: ["help", "ranking"],
      hasBlockers: false,
      burst,
    },
  );
  const guests = plan.guests.map((_, guest) => rehearsalProfile({ guest }));
  return { ...plan, guests, acts: plan.acts.map((act) => ({ ...act, atMs: Math.min(act.atMs, lengthMs) })) };
}

const TEXTS = [
  "ランキング",
  "ranking",
  "排行",
  "ヘルプ",
  "help",
  "おめでとう！",
  "名前 スマイル",
  "name Smiley",
  "改名 笑笑",
];
