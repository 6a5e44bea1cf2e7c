import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { Disk } from "../faults/disk.ts";

const settingsSchema = z.object({
  channelSecret: z.string(),
  channelAccessToken: z.string(),
  sessionKey: z.string(),
  guestIdKey: z.string(),
  administrator: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  host: z.object({ username: z.string(), password: z.string() }),
  ports: z.object({ main: z.number(), aws: z.number(), line: z.number(), cdn: z.number() }),
  event: z.object({ eventId: z.string(), boardId: z.string(), closesAt: z.number() }).optional(),
});

/** What a local stack keeps beside its data, so that addresses, keys and the demo event survive a restart. */
export type Settings = z.output<typeof settingsSchema>;

/** Read from the data directory, or made anew there; without a directory they live as long as the stack. */
export function openSettings(directory: string | undefined): {
  readonly settings: Settings;
  readonly save: (settings: Settings) => void;
} {
  if (directory === undefined) return { settings: newSettings(), save: () => {} };
  const path = join(directory, "settings.json");
  const save = (settings: Settings): void => {
    mkdirSync(directory, { recursive: true });
    new Disk().replace(path, JSON.stringify(settings, undefined, 2), { mode: 0o600 });
  };
  if (existsSync(path)) {
    const parsed = settingsSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (!parsed.success) {
      throw new Error(`${path} was written by another version. Start with --fresh to begin anew.`);
    }
    return { settings: parsed.data, save };
  }
  const settings = newSettings();
  save(settings);
  return { settings, save };
}

function newSettings(): Settings {
  const hex = (bytes: number): string => randomBytes(bytes).toString("hex");
  return {
    channelSecret: hex(16),
    channelAccessToken: randomBytes(96).toString("base64url"),
    sessionKey: hex(32),
    guestIdKey: hex(32),
    administrator: {
      accessKeyId: `AKIA${hex(8).toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString("base64url"),
    },
    host: { username: "host@example.com", password: `Egao-${hex(6)}-9` },
    ports: { main: 4810, aws: 4811, line: 4812, cdn: 4813 },
  };
}
