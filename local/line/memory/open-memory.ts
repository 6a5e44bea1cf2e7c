import { join } from "node:path";
import * as z from "zod";
import type { Clock } from "../../aws/service.ts";
import type { Disk } from "../../faults/disk.ts";
import { type PendingEvent, pendingEventSchema } from "../webhook/webhook-event.ts";
import {
  type ChatMessage,
  messageSchema,
  type ReplyToken,
  tokenSchema,
  type User,
  userSchema,
} from "./chat.ts";
import { ContentStore } from "./content-store.ts";
import { isTokenWorthKeeping } from "./reply-tokens.ts";
import { aliasSchema, richMenuSchema } from "../rich-menus/rich-menu-schema.ts";
import type { RichMenuShelves } from "../rich-menus/rich-menus.ts";
import { type AcceptedPush, acceptedSchema } from "./retry-keys.ts";
import { Shelf } from "./shelf.ts";

/** Everything that the stand-in remembers. */
export interface Memory {
  readonly users: Shelf<User>;
  readonly messages: Shelf<ChatMessage>;
  readonly tokens: Shelf<ReplyToken>;
  readonly spent: Shelf<number>;
  readonly acceptedPushes: Shelf<AcceptedPush>;
  readonly pendingEvents: Shelf<PendingEvent>;
  readonly contents: ContentStore;
  readonly richMenus: RichMenuShelves;
  close(): void;
}

/** Opens the memory in a directory, or one that ends with the process. */
export function openMemory(directory: string | undefined, clock: Clock, disk?: Disk): Memory {
  const closers: (() => void)[] = [];
  function shelf<T>(name: string, schema: z.ZodType<T>, keep?: (value: T) => boolean): Shelf<T> {
    if (directory === undefined) return Shelf.inMemory<T>();
    const opened = Shelf.open<T>(directory, name, { parse: (value) => schema.parse(value), keep, disk });
    closers.push(() => opened.close());
    return opened;
  }
  const bytes = (name: string): ContentStore =>
    new ContentStore(directory === undefined ? undefined : join(directory, name), disk);
  return {
    users: shelf("users", userSchema),
    messages: shelf("messages", messageSchema),
    tokens: shelf("reply-tokens", tokenSchema, (token) => isTokenWorthKeeping(token, clock())),
    spent: shelf("spent", z.number()),
    acceptedPushes: shelf("accepted-pushes", acceptedSchema),
    pendingEvents: shelf("pending-events", pendingEventSchema),
    contents: bytes("content"),
    richMenus: {
      menus: shelf("rich-menus", richMenuSchema),
      aliases: shelf("rich-menu-aliases", aliasSchema),
      links: shelf("rich-menu-links", z.string()),
      images: bytes("rich-menu-images"),
    },
    close: () => closers.forEach((close) => close()),
  };
}
