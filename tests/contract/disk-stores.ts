import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLine } from "../../local/line/line.ts";
import { loadSigningKey } from "../../local/line/login/signing-key.ts";
import { openSettings } from "../../local/stack/settings.ts";
import { objects, queue, table, uploads, users } from "./disk-aws-stores.ts";
import { clock, type Store } from "./disk-store.ts";

const chats: Store = {
  async open(directory, disk) {
    const line = createLine({
      clock,
      directory,
      ...(disk && { disk }),
      channelSecret: "secret",
      channelAccessToken: "token",
      // Nobody listens there: what is not delivered is kept too.
      webhookUrl: () => "http://127.0.0.1:9/",
      botName: "test",
    });
    const userId = `U${"0".repeat(32)}`;
    if (line.users.find(userId) === undefined) line.guests.create({ userId, displayName: "Hanako" });
    return {
      async write(id, content) {
        line.guests.sendFile(userId, Buffer.from(content), id);
      },
      async contents() {
        const found = new Map<string, string>();
        for (const { messageId, body } of line.chats.messagesOf(userId)) {
          found.set(String(body["fileName"]), readFileSync(join(directory, "content", messageId), "utf8"));
        }
        return found;
      },
      close: () => line.close(),
    };
  },
};

const settings: Store = {
  keepsLastOnly: true,
  async open(directory) {
    // Read before anything is written: a start makes settings only where there are none.
    const opened = openSettings(directory);
    await loadSigningKey(join(directory, "line-login"));
    let last = opened.settings;
    return {
      async write(id, content) {
        last = { ...last, event: { eventId: id, boardId: content, closesAt: 0 } };
        opened.save(last);
      },
      async contents() {
        const { event } = openSettings(directory).settings;
        return new Map(event && [[event.eventId, event.boardId]]);
      },
      close: async () => {},
    };
  },
};

/** Everything that keeps something in the data directory. */
export const stores = {
  "the queues' journal": queue,
  "objects in S3": objects,
  "multipart uploads to S3": uploads,
  "tables in LevelDB": table,
  "the user pool": users,
  "LINE's chats and contents": chats,
  "the stack's settings and keys": settings,
} satisfies Readonly<Record<string, Store>>;

export type StoreName = keyof typeof stores;
