import { request } from "./client.ts";
import { number, optional, record, text } from "./parse.ts";

/** An archive of all own photos. */
export interface MyArchive {
  readonly archiveId: string;
  readonly state: "running" | "ready" | "failed";
  /** Photos; `total` is null until they were counted. */
  readonly done: number;
  readonly total: number | null;
  /** Of one that is ready: good for a quarter of an hour. */
  readonly url: string | null;
  readonly bytes: number | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | null;
}

const fields = "archiveId state done total url bytes expiresAt";
const ORDER = `mutation OrderMyArchive { orderMyArchive { ${fields} } }`;
const LOOK = `query MyArchive($archiveId: ID!) { myArchive(archiveId: $archiveId) { ${fields} } }`;

/** A new one or, while one is being made, that one. Rejects as `request` does. */
export async function orderMyArchive(token: string): Promise<MyArchive> {
  const answer = record(await request(ORDER, {}, { kind: "guest", token }), "answer");
  return parseArchive(record(answer["orderMyArchive"], "orderMyArchive"));
}

/** Null: there is none, or none any more. Rejects as `request` does. */
export async function readMyArchive(token: string, archiveId: string): Promise<MyArchive | null> {
  const answer = record(await request(LOOK, { archiveId }, { kind: "guest", token }), "answer");
  return optional(answer, "myArchive", (from, key) => parseArchive(record(from[key], key)));
}

function parseArchive(source: Record<string, unknown>): MyArchive {
  const state = text(source, "state");
  if (state !== "running" && state !== "ready" && state !== "failed")
    throw new Error("state of an archive is not known");
  return {
    archiveId: text(source, "archiveId"),
    state,
    done: number(source, "done"),
    total: optional(source, "total", number),
    url: optional(source, "url", text),
    bytes: optional(source, "bytes", number),
    expiresAt: optional(source, "expiresAt", number),
  };
}
