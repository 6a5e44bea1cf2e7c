import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { messagingApi } from "@line/bot-sdk";
import * as z from "zod";
import { findStack } from "../find-stack.ts";
import { UsageError } from "../usage.ts";
import type { Options } from "./options.ts";

/** The channel and what belongs to it. */
export interface Channel {
  readonly api: messagingApi.MessagingApiClient;
  readonly blob: messagingApi.MessagingApiBlobClient;
  readonly isLocal: boolean;
  readonly liffId: string;
  /** Where the bot listens, if that is known. */
  readonly webhookUrl?: string;
}

/** The file that tells what was deployed is missing or not what it should be. */
export class OutputsError extends Error {}

const outputsSchema = z.object({
  custom: z.object({ liffId: z.string().optional(), webhookUrl: z.string().optional() }),
});

export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Finds out which channel is meant. Throws a `UsageError`, an `OutputsError`, or what is in the way of the local Egao. */
export async function openChannel(options: Options, around: Surroundings): Promise<Channel> {
  if (options.place === "line") return openLine(options, around);
  try {
    return await openLocal(options.port);
  } catch (error) {
    if (options.place === "local" || around.env["LINE_CHANNEL_ACCESS_TOKEN"] === undefined) throw error;
    return openLine(options, around);
  }
}

async function openLocal(port: number | undefined): Promise<Channel> {
  const { lineApiUrl, channelAccessToken, liffUrl, webhookUrl } = await findStack(port);
  const liffId = liffUrl.split("/").at(-1) ?? "";
  return { ...clientsOf(channelAccessToken, lineApiUrl, lineApiUrl), isLocal: true, liffId, webhookUrl };
}

async function openLine(options: Options, { cwd, env }: Surroundings): Promise<Channel> {
  const token = env["LINE_CHANNEL_ACCESS_TOKEN"]?.trim();
  if (token === undefined || token === "")
    throw new UsageError(
      "LINE_CHANNEL_ACCESS_TOKEN is not set. LINE Developers console → the Messaging API channel → Messaging API → Channel access token.",
    );
  const deployed = await readOutputs(options, cwd);
  const liffId = options.liffId ?? deployed.liffId;
  if (liffId === undefined)
    throw new OutputsError("The outputs tell no LIFF app. Name it: --liff 1234567890-AbcdEfgh");
  const webhookUrl = options.webhookUrl === "outputs" ? deployed.webhookUrl : options.webhookUrl;
  if (options.webhookUrl === "outputs" && webhookUrl === undefined)
    throw new OutputsError("The outputs tell no address of the bot. Name it: --webhook https://…");
  const expected = webhookUrl ?? deployed.webhookUrl;
  return {
    ...clientsOf(token, "https://api.line.me", "https://api-data.line.me"),
    isLocal: false,
    liffId,
    ...(expected !== undefined && { webhookUrl: expected }),
  };
}

/** Who names the LIFF app needs no outputs. */
async function readOutputs(
  { outputs, liffId, webhookUrl }: Options,
  cwd: string,
): Promise<z.output<typeof outputsSchema>["custom"]> {
  const path = resolve(cwd, outputs ?? "amplify_outputs.json");
  try {
    return outputsSchema.parse(JSON.parse(await readFile(path, "utf8"))).custom;
  } catch (error) {
    if (outputs === undefined && liffId !== undefined && webhookUrl !== "outputs") return {};
    const advice = "Name the file (--outputs FILE) or the LIFF app (--liff ID).";
    throw new OutputsError(`${path} does not tell what was deployed. ${advice}`, { cause: error });
  }
}

function clientsOf(
  channelAccessToken: string,
  apiUrl: string,
  dataUrl: string,
): Pick<Channel, "api" | "blob"> {
  return {
    api: new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiUrl }),
    blob: new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: dataUrl }),
  };
}
