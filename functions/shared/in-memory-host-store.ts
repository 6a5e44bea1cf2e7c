import { isDeepStrictEqual } from "node:util";
import type { InMemoryStore } from "./in-memory-store.ts";
import type { HostDecision } from "./ports/ceremony-store.ts";
import type { AuditEntry, HostStore, Job, RulesRecord } from "./ports/host-store.ts";

/** M8 */
const isNext = (known: HostDecision | undefined, decision: HostDecision): boolean =>
  (known?.count ?? 0) + 1 === decision.count || known?.entryId === decision.entryId;

/** What hosts order, over the same events and guests as the store that it is given. For tests. */
export class InMemoryHostStore implements HostStore {
  readonly jobs = new Map<string, Job>();
  readonly audit = new Map<string, AuditEntry>();
  readonly published: Job[] = [];
  readonly #records = new Map<string, Omit<RulesRecord, "rules">>();
  readonly #store: InMemoryStore;

  constructor(store: InMemoryStore) {
    this.#store = store;
  }

  rulesOf = async (eventId: string) => {
    const rules = this.#store.events.get(eventId)?.rules;
    return rules && { version: 1, ...this.#records.get(eventId), rules };
  };

  saveRules: HostStore["saveRules"] = async (eventId, { rules, version, ...record }) => {
    const event = this.#store.events.get(eventId);
    const known = this.#records.get(eventId);
    if (event === undefined) return false;
    const isOwn = known?.version === version + 1 && known.rulesJobId === record.rulesJobId;
    if ((known?.version ?? 1) !== version && !isOwn) return false;
    this.#store.events.set(eventId, { ...event, rules });
    this.#records.set(eventId, { ...record, version: version + 1 });
    return true;
  };

  saveAudit = async (entry: AuditEntry) => {
    const known = this.audit.get(entry.entryId);
    if (known?.isDone === true) return isDeepStrictEqual(known, entry);
    this.audit.set(entry.entryId, entry);
    return true;
  };

  auditEntry = async (_eventId: string, entryId: string) => this.audit.get(entryId);

  auditOfEvent: HostStore["auditOfEvent"] = async (eventId, limit, nextToken = "0") => {
    const from = Number(nextToken);
    const all = [...this.audit.values()].filter((entry) => entry.eventId === eventId);
    const sorted = all.toSorted((a, b) => (a.entryId < b.entryId ? 1 : -1));
    const entries = sorted.slice(from, from + limit);
    return { entries, ...(from + limit < all.length && { nextToken: String(from + limit) }) };
  };

  photo: HostStore["photo"] = async (key) => this.#store.photo(key);

  guest: HostStore["guest"] = async (key) => this.#store.guest(key);

  decidePhoto: HostStore["decidePhoto"] = async (key, decision, earlierDecisions) => {
    const photo = await this.#store.photo(key);
    if (photo === undefined || photo.state === "removed" || !isNext(photo.decision, decision)) return false;
    const { version, ...rest } = photo;
    return this.#store.savePhoto({ ...rest, decision, earlierDecisions }, version);
  };

  decideGuest: HostStore["decideGuest"] = async ({ eventId, guestId, ...decided }, expectedVersion) => {
    const key = `${eventId}#${guestId}`;
    const row = this.#store.guests.get(key);
    const isOwn = row?.version === expectedVersion + 1 && row.decision?.entryId === decided.decision.entryId;
    if (row === undefined || (row.version !== expectedVersion && !isOwn)) return false;
    const { heldName: _held, reading: _reading, bannedAt: _banned, ...rest } = row;
    this.#store.guests.set(key, { ...rest, ...decided, version: expectedVersion + 1 });
    return true;
  };

  job = async (jobId: string) => this.jobs.get(jobId);

  saveJob: HostStore["saveJob"] = async (job, expectedVersion) => {
    const known = this.jobs.get(job.jobId);
    const wanted = { ...job, version: expectedVersion + 1 };
    // As AppSync: what is there already, word for word, counts as written.
    if ((known?.version ?? 0) !== expectedVersion) return isDeepStrictEqual(known, wanted);
    this.jobs.set(job.jobId, wanted);
    return true;
  };

  publishJob = async (jobId: string) => {
    const job = this.jobs.get(jobId);
    if (job !== undefined) this.published.push(job);
  };

  guestsOfEvent: HostStore["guestsOfEvent"] = async (eventId, after = "", limit) => {
    const ids = [...this.#store.guests.values()]
      .filter((guest) => guest.eventId === eventId && guest.guestId > after)
      .map((guest) => guest.guestId)
      .toSorted();
    return { guestIds: ids.slice(0, limit), isLast: ids.length <= limit };
  };
}
