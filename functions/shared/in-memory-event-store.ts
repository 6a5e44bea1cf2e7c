import type { EventRules } from "#domain/event-rules";
import type { EventStore, HostedEvent } from "./ports/event-store.ts";

/** Events with their conditional writes, and what was told of them. For tests. */
export class InMemoryEventStore implements EventStore {
  readonly hosted = new Map<string, HostedEvent>();
  readonly heard: HostedEvent[] = [];
  readonly publishedStages: (HostedEvent["stage"] & {
    readonly boardId: string;
    readonly eventVersion: number;
  })[] = [];
  readonly #attempts = new Map<string, string>();
  readonly #stageAttempts = new Map<string, string>();

  hostedEvent = async (eventId: string) => this.hosted.get(eventId);

  isJoinCodeTaken = async (joinCode: string) =>
    [...this.hosted.values()].some((event) => event.joinCode === joinCode && event.state !== "archived");

  saveEvent: EventStore["saveEvent"] = async (draft, { expectedVersion, attempt }, newRules) => {
    const { eventId } = draft;
    const known = this.hosted.get(eventId);
    const isOwn = known?.version === expectedVersion + 1 && this.#attempts.get(eventId) === attempt;
    if ((known?.version ?? 0) !== expectedVersion && !isOwn) return undefined;
    const rules: EventRules | undefined = known?.rules ?? newRules;
    const saved: HostedEvent = {
      ...draft,
      ...(rules !== undefined && { rules }),
      stage: known?.stage ?? { name: "ranking", version: 1 },
      version: expectedVersion + 1,
    };
    this.hosted.set(eventId, saved);
    this.#attempts.set(eventId, attempt);
    this.heard.push(saved);
    return saved;
  };

  /** By event, the best first. */
  readonly ranked = new Map<string, readonly string[]>();

  bestGuests: EventStore["bestGuests"] = async (eventId, limit) =>
    (this.ranked.get(eventId) ?? []).slice(0, limit);

  saveStage: EventStore["saveStage"] = async (eventId, record, { expectedVersion, attempt }) => {
    const known = this.hosted.get(eventId);
    if (known === undefined) return false;
    const isOwn = known.stage.version === expectedVersion + 1 && this.#stageAttempts.get(eventId) === attempt;
    if (known.stage.version !== expectedVersion && !isOwn) return false;
    const stage = { ...record, version: expectedVersion + 1 };
    this.hosted.set(eventId, { ...known, stage });
    this.#stageAttempts.set(eventId, attempt);
    return true;
  };

  saveDownload: EventStore["saveDownload"] = async (eventId, downloadedAt) => {
    const known = this.hosted.get(eventId);
    if (known !== undefined) this.hosted.set(eventId, { ...known, downloadedAt });
    return known !== undefined;
  };

  publishStage = async (eventId: string) => {
    const event = this.hosted.get(eventId);
    if (event === undefined) return;
    const { stage, boardId, version } = event;
    this.publishedStages.push({ ...stage, boardId, eventVersion: version });
  };
}
