import { log } from "../shared/log.ts";
import type { QueueMessage } from "../shared/queue-message.ts";
import { isSignedBy } from "../shared/line-signature.ts";

/** The part of a function URL's request (payload 2.0) that is read. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded: boolean;
}

export interface QueuedMessage {
  readonly message: QueueMessage;
  readonly delaySeconds: number;
}

export interface WebhookPorts {
  readonly channelSecret: string;
  /** Rejects when a queue did not take everything. */
  enqueue(queue: WebhookQueue, messages: readonly QueuedMessage[]): Promise<void>;
}

export type WebhookQueue = "photos" | "chat" | "reminders";

/** LINE's reply tokens live a minute; by then a photo that still waits gets a word. */
const REMIND_SECONDS = 40;
/** Where LINE does not say how many photos were sent together, the set is closed after this time. */
const CLOSE_SET_SECONDS = 8;

/**
 * Checks, parses, queues, answers. 401: not signed by LINE. 400: signed, but not what LINE sends. A rejection of
 * the queues goes through: it becomes a 500 and LINE delivers again.
 */
export async function receiveWebhook(
  ports: WebhookPorts,
  request: WebhookRequest,
): Promise<{ statusCode: 200 | 400 | 401 }> {
  const body = Buffer.from(request.body ?? "", request.isBase64Encoded ? "base64" : "utf8");
  const signature = header(request, "x-line-signature");
  if (signature === undefined || !isSignedBy(ports.channelSecret, body, signature))
    return { statusCode: 401 };
  const events = eventsOf(body);
  if (events === undefined) return { statusCode: 400 };
  const photos = events.filter(isPhoto);
  const others = events.filter((event) => !isPhoto(event));
  await Promise.all([
    enqueue(
      ports,
      "photos",
      photos.map((event) => now({ kind: "line-event", event })),
    ),
    enqueue(
      ports,
      "chat",
      others.map((event) => now({ kind: "line-event", event })),
    ),
    enqueue(ports, "reminders", [
      ...photos
        .filter(isOfOpenSet)
        .map(
          (event) => ({ message: { kind: "close-set", event }, delaySeconds: CLOSE_SET_SECONDS }) as const,
        ),
      ...photos.map(
        (event) => ({ message: { kind: "remind", event }, delaySeconds: REMIND_SECONDS }) as const,
      ),
    ]),
  ]);
  for (const { message } of photos) log.info("photo-received", { photo: message.id });
  return { statusCode: 200 };
}

const now = (message: QueueMessage): QueuedMessage => ({ message, delaySeconds: 0 });

async function enqueue(
  ports: WebhookPorts,
  queue: WebhookQueue,
  messages: readonly QueuedMessage[],
): Promise<void> {
  if (messages.length > 0) await ports.enqueue(queue, messages);
}

/** LINE does not promise how it writes the names of its headers. */
function header(request: WebhookRequest, name: string): string | undefined {
  return Object.entries(request.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The events that are for us to answer; `undefined` for a body that is no webhook. */
function eventsOf(body: Buffer): readonly object[] | undefined {
  const content = parse(body);
  if (typeof content !== "object" || content === null || !("events" in content)) return undefined;
  if (!Array.isArray(content.events)) return undefined;
  const events: readonly unknown[] = content.events;
  return events.filter(isObject).filter((event) => !("mode" in event && event.mode === "standby"));
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined; // said by the 400
  }
}

/** Of a picture's event only what is told about it, and what tells whether it came alone. */
interface Photo {
  readonly message: { readonly id: string; readonly imageSet?: unknown };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isPhoto(event: object): event is Photo {
  if (!("message" in event) || !isObject(event.message)) return false;
  const { message } = event;
  return "type" in message && message.type === "image" && "id" in message && typeof message.id === "string";
}

const isOfOpenSet = ({ message: { imageSet } }: Photo): boolean =>
  isObject(imageSet) && !("total" in imageSet);
