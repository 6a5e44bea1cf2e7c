import { setTimeout as pause } from "node:timers/promises";
import { Fault } from "../fault.ts";
import type { PhotoContent, PhotoSource } from "../ports/photo-source.ts";

export interface LineContentChannel {
  readonly channelAccessToken: string;
  /** `https://api-data.line.me`; a path would be ignored. */
  readonly dataApiBaseUrl: string;
  /** Before the second try and each further one. */
  readonly pausesMs?: readonly number[];
}

// LINE still prepares some contents, and the queue would try again minutes later only.
const PAUSES_MS = [300, 1_000, 2_500];
/** All tries together. */
const TIMEOUT_MS = 20_000;
const messageId = /^\d{1,32}$/;

/**
 * A plain request instead of the SDK's blob client: that one can neither be stopped at a size or a time, nor be
 * kept from an unhandled rejection (and so from ending the whole process) when the connection breaks off midway.
 */
export function createPhotoSource(channel: LineContentChannel): PhotoSource {
  return {
    async photoContent(id, maxBytes) {
      if (!messageId.test(id)) return { kind: "gone" };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      for (const pauseMs of channel.pausesMs ?? PAUSES_MS) {
        try {
          return await fetchContent(channel, id, maxBytes, signal);
        } catch (error) {
          if (signal.aborted) throw error;
          await pause(pauseMs);
        }
      }
      return fetchContent(channel, id, maxBytes, signal);
    },
  };
}

async function fetchContent(
  { channelAccessToken, dataApiBaseUrl }: LineContentChannel,
  id: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<PhotoContent> {
  try {
    const response = await fetch(new URL(`/v2/bot/message/${id}/content`, dataApiBaseUrl), {
      headers: { authorization: `Bearer ${channelAccessToken}` },
      signal,
    });
    return await contentOf(response, maxBytes);
  } catch (error) {
    throw error instanceof Fault ? error : new Fault("line-unreachable", error);
  }
}

async function contentOf(response: Response, maxBytes: number): Promise<PhotoContent> {
  if (response.status === 200) return readUpTo(response, maxBytes);
  await response.body?.cancel();
  if (response.status === 404 || response.status === 410) return { kind: "gone" };
  if (response.status === 202) throw new Fault("content-not-ready");
  throw new Fault("line-unreachable", `content ${response.status}`);
}

async function readUpTo(response: Response, maxBytes: number): Promise<PhotoContent> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > maxBytes) return { kind: "too-large" };
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { kind: "content", bytes };
}
