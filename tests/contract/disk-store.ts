import type { Caller } from "../../local/aws/service.ts";
import type { Disk } from "../../local/faults/disk.ts";

/** One store of the local stack with what a test needs of it; contents belong to ids, so that halves are noticed. */
export interface OpenStore {
  /** Resolves when the store has accepted it. */
  write(id: string, content: string): Promise<void>;
  remove?(id: string): Promise<void>;
  /** Everything that is there, by id; throws when something of it is not whole. */
  contents(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

export interface Store {
  open(directory: string, disk?: Disk): Promise<OpenStore>;
  /** A write replaces the one before, so that only the last is there. */
  readonly keepsLastOnly?: true;
  /** How its service says that the disk is full. */
  readonly fullDisk?: string;
  /** Reading notes down what was read. */
  readonly writesToRead?: true;
}

/** Stands still. */
export const clock = () => 1_700_000_000_000;
/** May do everything. */
export const caller: Caller = { arn: "arn:aws:iam::123456789012:user/test", authorize() {} };

/** What belongs to an id: from a few bytes to more than a page. */
export function contentOf(id: string): string {
  const number = Number(id.replace(/\D/g, ""));
  return `${id}:${"egao".repeat((number * 7919) % 3000)}`;
}
