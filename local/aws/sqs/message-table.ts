import { createDueTimes } from "./due-times.ts";
import { type Deliveries, type Message, UNDELIVERED } from "./message.ts";

export type MessageState = "delayed" | "visible" | "inFlight";
/** How many messages are in which state. */
export type QueueCounts = Readonly<Record<MessageState, number>>;

export interface Entry {
  readonly message: Message;
  readonly deliveries: Deliveries;
  readonly state: MessageState;
  /** When it becomes visible (again); without meaning once it is visible. */
  readonly dueAtMs: number;
}

/** The messages of one queue and their states. Knows no clock, no timers and no disk. */
export interface MessageTable {
  add(message: Message, state: MessageState, dueAtMs: number, deliveries?: Deliveries): void;
  find(id: string): Entry | undefined;
  /** The visible message that has waited longest. */
  firstVisible(): Entry | undefined;
  update(id: string, change: Partial<Omit<Entry, "message">>): void;
  remove(id: string): boolean;
  clear(): void;
  /** A hidden message whose time has come; the caller moves it on, or it is never due again. */
  takeDue(nowMs: number): Entry | undefined;
  /** When the next hidden message may be due. */
  nextDueMs(): number | undefined;
  readonly size: number;
  all(): Iterable<Entry>;
  counts(): QueueCounts;
}

export function createMessageTable(): MessageTable {
  const entries = new Map<string, Entry>();
  const visible = new Map<string, Entry>();
  const dueTimes = createDueTimes();
  const counts = { visible: 0, inFlight: 0, delayed: 0 };

  function enter(entry: Entry): void {
    const { id } = entry.message;
    entries.set(id, entry);
    counts[entry.state] += 1;
    if (entry.state === "visible") visible.set(id, entry);
    else dueTimes.add(id, entry.dueAtMs);
  }

  function leave(id: string): Entry | undefined {
    const entry = entries.get(id);
    if (entry === undefined) return undefined;
    entries.delete(id);
    visible.delete(id);
    counts[entry.state] -= 1;
    return entry;
  }

  function takeDue(nowMs: number): Entry | undefined {
    for (let taken = dueTimes.take(nowMs); taken !== undefined; taken = dueTimes.take(nowMs)) {
      const entry = entries.get(taken.id);
      if (entry !== undefined && entry.state !== "visible" && entry.dueAtMs === taken.dueAtMs) return entry;
    }
    return undefined;
  }

  return {
    add: (message, state, dueAtMs, deliveries = UNDELIVERED) => {
      leave(message.id);
      enter({ message, deliveries, state, dueAtMs });
    },
    find: (id) => entries.get(id),
    firstVisible: () => visible.values().next().value,
    update(id, change) {
      const entry = leave(id);
      if (entry !== undefined) enter({ ...entry, ...change });
    },
    remove: (id) => leave(id) !== undefined,
    clear: () => {
      for (const id of entries.keys()) leave(id);
    },
    takeDue,
    nextDueMs: () => dueTimes.next(),
    get size() {
      return entries.size;
    },
    all: () => entries.values(),
    counts: () => ({ ...counts }),
  };
}
