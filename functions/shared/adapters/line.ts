import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import { toLanguage } from "#domain/language";
import { Fault } from "../fault.ts";
import type { GuestMessenger, GuestProfile, ReplyOutcome } from "../ports/guest-messenger.ts";
import { withinTime } from "../within-time.ts";
import type { Addresses } from "./line-addresses.ts";
import { earlierMessages, lineMessages } from "./line-messages.ts";

export interface LineChannel {
  readonly channelAccessToken: string;
  /** `https://api.line.me`; a path would be ignored. */
  readonly apiBaseUrl: string;
}

const TIMEOUT_MS = 8_000;
const LOADING_SECONDS = 20;
// The client puts ids into paths as they are.
const userId = /^U[0-9a-f]{32}$/;

export function createGuestMessenger(channel: LineChannel, addresses: Addresses): GuestMessenger {
  const { channelAccessToken, apiBaseUrl } = channel;
  const client = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBaseUrl });
  return {
    async reply(replyToken, answer, earlier) {
      const messages = [...earlierMessages(earlier, answer.language), ...lineMessages(answer, addresses)];
      return replyOutcome(() => client.replyMessage({ replyToken, messages }));
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
