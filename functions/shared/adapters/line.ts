import { setTimeout as pause } from "node:timers/promises";
import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import { toLanguage } from "#domain/language";
import { Fault } from "../fault.ts";
import type { GuestMessenger, GuestProfile, PushOutcome, ReplyOutcome } from "../ports/guest-messenger.ts";
import { withinTime } from "../within-time.ts";
import type { Addresses } from "./line-addresses.ts";
import { earlierMessages, lineMessages } from "./line-messages.ts";

export interface LineChannel {
  readonly channelAccessToken: string;
  /** `https://api.line.me`; a path would be ignored. */
  readonly apiBaseUrl: string;
  /** Before the second try of a push and each further one. */
  readonly pausesMs?: readonly number[];
}

const TIMEOUT_MS = 8_000;
/** Of each try. */
const PUSH_TIMEOUT_MS = 4_000;
const PUSH_PAUSES_MS = [300, 1_500];
const LOADING_SECONDS = 20;
// The client puts ids into paths as they are.
const userId = /^U[0-9a-f]{32}$/;

export function createGuestMessenger(channel: LineChannel, addresses: Addresses): GuestMessenger {
  const { channelAccessToken, apiBaseUrl, pausesMs = PUSH_PAUSES_MS } = channel;
  const client = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBaseUrl });
  return {
    async reply(replyToken, answer, earlier) {
      const messages = [...earlierMessages(earlier, answer.language), ...lineMessages(answer, addresses)];
      return replyOutcome(() => client.replyMessage({ replyToken, messages }));
    },

    async push(lineUserId, answer, earlier, retryKey) {
      if (!userId.test(lineUserId)) throw new Fault("line-unreachable", "not a user id");
      const messages = [...earlierMessages(earlier, answer.language), ...lineMessages(answer, addresses)];
      return pushOutcome(() => client.pushMessage({ to: lineUserId, messages }, retryKey), pausesMs);
    },

    async showLoading(lineUserId) {
      if (!userId.test(lineUserId)) throw new Fault("line-unreachable", "not a user id");
      const request = { chatId: lineUserId, loadingSeconds: LOADING_SECONDS };
      await orFault(() => client.showLoadingAnimation(request));
    },

    async profile(lineUserId) {
      if (!userId.test(lineUserId)) return undefined;
      return profileOf(() => client.getProfile(lineUserId));
    },
  };
}

async function replyOutcome(send: () => Promise<unknown>): Promise<ReplyOutcome> {
  try {
    await withinTime(send(), TIMEOUT_MS);
    return { kind: "sent" };
  } catch (error) {
    if (!(error instanceof HTTPFetchError)) throw new Fault("line-unreachable", error);
    const isExpired = error.status === 400 && error.body.includes("Invalid reply token");
    return isExpired ? { kind: "expired" } : { kind: "refused", status: error.status };
  }
}

/** What failed on LINE's side is tried again: of several tries with the same retry key LINE takes one. */
async function pushOutcome(
  send: () => Promise<unknown>,
  [pauseMs, ...pausesMs]: readonly number[],
): Promise<PushOutcome> {
  try {
    await withinTime(send(), PUSH_TIMEOUT_MS);
    return { kind: "sent" };
  } catch (error) {
    const outcome = error instanceof HTTPFetchError ? pushRefusal(error) : undefined;
    if (outcome !== undefined) return outcome;
    if (pauseMs === undefined) throw new Fault("line-unreachable", error);
    await pause(pauseMs);
    return pushOutcome(send, pausesMs);
  }
}

/** `undefined`: another try may go better. */
function pushRefusal({ status, body }: HTTPFetchError): PushOutcome | undefined {
  // An earlier try arrived, only its answer did not.
  if (status === 409) return { kind: "sent" };
  // Nothing but the text tells the month's limit from calls that come too fast.
  if (status === 429) return /monthly limit/i.test(body) ? { kind: "limit-reached" } : undefined;
  return status >= 500 ? undefined : { kind: "refused", status };
}

async function profileOf(
  ask: () => Promise<messagingApi.UserProfileResponse>,
): Promise<GuestProfile | undefined> {
  try {
    const { displayName, language } = await withinTime(ask(), TIMEOUT_MS);
    return { displayName, language: language === undefined ? undefined : toLanguage(language) };
  } catch (error) {
    // Blocked, or without consent to be known: the guest plays under the word for a guest.
    const isUnknown = error instanceof HTTPFetchError && (error.status === 404 || error.status === 400);
    if (isUnknown) return undefined;
    throw new Fault("line-unreachable", error);
  }
}

async function orFault(call: () => Promise<unknown>): Promise<void> {
  try {
    await withinTime(call(), TIMEOUT_MS);
  } catch (error) {
    throw new Fault("line-unreachable", error);
  }
}
