import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { isGone } from "../../faults/disk-full.ts";
import type { Disk } from "../../faults/disk.ts";

const userSchema = z.object({
  username: z.string(),
  attributes: z.record(z.string(), z.string()),
  enabled: z.boolean(),
  status: z.enum(["CONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED"]),
  groups: z.array(z.string()),
  /** Milliseconds since the epoch, as all times here. */
  createdAt: z.number(),
  modifiedAt: z.number(),
  password: z.object({ salt: z.string(), verifier: z.string() }),
  temporaryUntil: z.number().optional(),
  resetCode: z.object({ sha256: z.string(), expiresAt: z.number(), failures: z.number() }).optional(),
});
export type User = z.infer<typeof userSchema>;

const sessionSchema = z.object({
  /** Of the refresh token: the token itself is nowhere kept. */
  refreshSha256: z.string(),
  originJti: z.string(),
  username: z.string(),
  clientId: z.string(),
  signedInAt: z.number(),
  expiresAt: z.number(),
  revoked: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

const groupSchema = z.object({
  name: z.string(),
  description: z.string().optional(),
  precedence: z.number().optional(),
  roleArn: z.string().optional(),
  createdAt: z.number(),
  modifiedAt: z.number(),
});
export type Group = z.infer<typeof groupSchema>;

const keySchema = z.object({ kid: z.string(), privateKeyPem: z.string() });

const stateSchema = z.object({
  /** Cognito signs ID tokens with one key and access tokens with another. */
  keys: z.object({ id: keySchema, access: keySchema }),
  users: z.array(userSchema),
  groups: z.array(groupSchema),
  sessions: z.array(sessionSchema),
});
export type PoolState = z.infer<typeof stateSchema>;

/** Keeps a pool's people and keys; without a directory only in memory. */
export class PoolFile {
  readonly #path: string | undefined;
  readonly #disk: Disk;
  /** The text of the file. */
  #saved: string | undefined;

  constructor(directory: string | undefined, poolId: string, disk: Disk) {
    this.#disk = disk;
    if (directory !== undefined) mkdirSync(directory, { recursive: true });
    this.#path = directory === undefined ? undefined : join(directory, `${poolId}.json`);
  }

  /** What was saved last; undefined when nothing was. Throws when the file is damaged. */
  load(): PoolState | undefined {
    if (this.#path === undefined) return undefined;
    try {
      this.#saved ??= readFileSync(this.#path, "utf8");
      return stateSchema.parse(JSON.parse(this.#saved));
    } catch (error) {
      if (isGone(error)) return undefined;
      throw new Error(`${this.#path} is damaged`, { cause: error });
    }
  }

  save(state: PoolState): void {
    if (this.#path === undefined) return;
    const text = JSON.stringify(state, undefined, 1);
    this.#disk.replace(this.#path, text, { mode: 0o600 });
    this.#saved = text;
  }
}
