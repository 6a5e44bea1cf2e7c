import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { encode } from "jpeg-js";
import { messagingApi, validateSignature, type webhook } from "@line/bot-sdk";
import { createLine, type Line, type LineOptions } from "../../local/line/line.ts";

export const CHANNEL_SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
export const TOKEN = "local-channel-access-token";
/** A real JPEG, grey and small. */
export const JPEG = Buffer.from(
  encode({ width: 32, height: 24, data: Buffer.alloc(32 * 24 * 4, 128) }, 80).data,
);

export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly raw: Buffer;
  readonly body: webhook.CallbackRequest;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server on a port has an address object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** The bot's server: remembers every webhook and answers what it is told, 200 by default. */
export class BotServer {
  readonly received: Received[] = [];
  /** Statuses for the next webhooks; `hang` never answers. */
  readonly answers: (number | "hang")[] = [];
  url = "";
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const raw = Buffer.concat(chunks);
    const answer = this.answers.shift() ?? 200;
    const isJson = raw.toString().startsWith("{");
    this.received.push({
      headers: request.headers,
      raw,
      body: isJson ? JSON.parse(raw.toString()) : undefined,
    });
    if (answer !== "hang") response.writeHead(answer).end();
  }

  async start(): Promise<void> {
    this.url = await listen(this.#server);
  }

  close(): Promise<void> {
    return end(this.#server);
  }

  /** All events so far; every webhook must have been signed rightly. */
  events(): webhook.Event[] {
    return this.received.flatMap(({ headers, raw, body }) => {
      if (!validateSignature(raw, CHANNEL_SECRET, String(headers["x-line-signature"])))
        throw new Error("A webhook came with a wrong signature");
      return body.events;
    });
  }
}

export interface Stage {
  readonly line: Line;
  readonly bot: BotServer;
  readonly origin: string;
  readonly api: messagingApi.MessagingApiClient;
  readonly blob: messagingApi.MessagingApiBlobClient;
  /** The stand-in's time in milliseconds. */
  now: number;
  close(): Promise<void>;
}

/** LINE and a bot's server on ports of their own, with the vendor's clients. */
export async function setStage(options: Partial<LineOptions> = {}): Promise<Stage> {
  const bot = new BotServer();
  await bot.start();
  const time = { now: Date.UTC(2026, 9, 3, 3, 0) };
  const line = createLine({
    clock: () => time.now,
    channelSecret: CHANNEL_SECRET,
    channelAccessToken: TOKEN,
    webhookUrl: () => `${bot.url}/webhook`,
    botName: "Egao",
    ...options,
    webhooks: { redeliveryDelaysMs: [10, 10], timeoutMs: 300, ...options.webhooks },
  });
  const server = createServer(line.requestListener);
  const origin = await listen(server);
  const config = { channelAccessToken: TOKEN, baseURL: origin };
  return {
    line,
    bot,
    origin,
    api: new messagingApi.MessagingApiClient(config),
    blob: new messagingApi.MessagingApiBlobClient(config),
    get now() {
      return time.now;
    },
    set now(value) {
      time.now = value;
    },
    close: async () => {
      await line.close();
      await end(server);
      await bot.close();
    },
  };
}

/** What a call was refused with. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly details: { message: string; property?: string }[];
  readonly headers: Headers;
}

/** Waits for the refusal of a call by the vendor's client; a call that succeeds is an error. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await call.then(
    () => new Error("The call was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !("body" in error) || !("status" in error) || !("headers" in error))
    throw error;
  const body = JSON.parse(String(error.body));
  // HTTPFetchError of the vendor's client: headers are the fetch API's.
  return { status: Number(error.status), details: [], ...body, headers: error.headers as Headers };
}

/** A friend of the bot whose follow event has been delivered and forgotten. */
export async function befriend({ line, bot }: Stage, displayName = "花子"): Promise<string> {
  const { userId } = line.guests.create({ displayName, language: "ja" });
  line.guests.follow(userId);
  await line.idle();
  bot.received.length = 0;
  return userId;
}

/** Lets the guest write and returns the reply token that the bot got. */
export async function tokenOf({ line, bot }: Stage, userId: string): Promise<string> {
  const from = bot.events().length;
  line.guests.sendText(userId, "こんにちは");
  await line.idle();
  const event = bot.events()[from];
  if (!event || !("replyToken" in event) || event.replyToken === undefined)
    throw new Error("No reply token came");
  return event.replyToken;
}
