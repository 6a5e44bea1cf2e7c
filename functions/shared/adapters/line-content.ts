import { Fault } from "../fault.ts";
import type { PhotoContent, PhotoSource } from "../ports/photo-source.ts";

export interface LineContentChannel {
  readonly channelAccessToken: string;
  /** `https://api-data.line.me`; a path would be ignored. */
  readonly dataApiBaseUrl: string;
}

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
      try {
        const response = await fetch(new URL(`/v2/bot/message/${id}/content`, channel.dataApiBaseUrl), {
          headers: { authorization: `Bearer ${channel.channelAccessToken}` },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return await contentOf(response, maxBytes);
      } catch (error) {
        throw error instanceof Fault ? error : new Fault("line-unreachable", error);
      }
    },
  };
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
