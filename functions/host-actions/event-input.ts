import * as z from "zod";
import { type EventTemplate, eventTemplateIds, eventTemplates, seedTemplate } from "#domain/event-templates";
import { MOST_CONTACT_LETTERS } from "#domain/event";
import { languages } from "#domain/language";
import { usualScreen } from "#domain/screen";
import { DAY_MS, LONGEST_RETENTION_MS } from "#domain/retention";
import { themes } from "#domain/theme";
import type { EventDraft } from "../shared/ports/event-store.ts";
import type { Refusal } from "./refusal.ts";

/** Milliseconds since the epoch, as far as dates reach. */
const time = z.number().min(0).max(8_640_000_000_000_000);
const given = {
  title: z.string().trim().min(1).max(100),
  language: z.enum(languages),
  theme: z.enum(themes),
  opensAt: time,
  closesAt: time,
  retentionEndsAt: time,
  policy: z.enum(["show-first", "review-first"]),
  moderation: z.enum(["off", "assist", "enforce"]),
  keepsAgeAndGender: z.boolean(),
  allowsPaidMessages: z.boolean(),
  contact: z.string().trim().max(MOST_CONTACT_LETTERS),
  hasSpotlight: z.boolean(),
  hasCornerQr: z.boolean(),
  hasSound: z.boolean(),
  nameWords: z.array(z.string().trim().min(1).max(40)).max(200),
};
const state = z.enum(["open", "closed", "archived"]);
const newEventShape = z
  .strictObject({ ...given, template: z.enum(eventTemplateIds) })
  .partial()
  .required({ title: true, opensAt: true, closesAt: true });
const changeShape = z.strictObject({ ...given, state }).partial();
const copyShape = z.strictObject(given).pick({ title: true, opensAt: true, closesAt: true });

/** What a host sets; the rest of a draft is given by the product. */
export type Settings = Omit<EventDraft, "eventId" | "boardId" | "joinCode">;
export type SettingsChange = Partial<Settings>;

export interface NewEvent {
  readonly settings: Settings;
  /** Missing: as every event begins. */
  readonly rules?: EventTemplate["rules"];
}

/** E4: a new event as a host wrote it, or which member of it is wrong and why. What is null is left out. */
export function parseNewEvent(written: Readonly<Record<string, unknown>>): NewEvent | Refusal {
  const parsed = newEventShape.safeParse(withoutNulls(written));
  if (!parsed.success) return refusal(parsed.error);
  const { template: id, title, opensAt, closesAt, ...rest } = parsed.data;
  const { rules, retentionDays, ...settings } = id === undefined ? seedTemplate : eventTemplates[id];
  const begun: Settings = {
    language: "ja",
    nameWords: [],
    allowsPaidMessages: false,
    contact: "",
    ...usualScreen,
    retentionEndsAt: closesAt + retentionDays * DAY_MS,
    ...settings,
    ...withoutNulls(rest),
    title,
    opensAt,
    closesAt,
    state: "open",
  };
  return refusedTimes(begun) ?? { settings: begun, ...(id !== undefined && { rules }) };
}

/** What a host wants to be otherwise, or which member of it is wrong and why. */
export function parseChange(written: unknown): SettingsChange | Refusal {
  const parsed = changeShape.safeParse(written);
  return parsed.success ? withoutNulls(parsed.data) : refusal(parsed.error);
}

/** Title and times of a copy; its retention is as long as the original's. */
export function parseCopy(
  written: unknown,
  original: Pick<Settings, "closesAt" | "retentionEndsAt">,
): Pick<Settings, "title" | "opensAt" | "closesAt" | "retentionEndsAt"> | Refusal {
  const parsed = copyShape.safeParse(written);
  if (!parsed.success) return refusal(parsed.error);
  const retentionEndsAt = parsed.data.closesAt + original.retentionEndsAt - original.closesAt;
  return refusedTimes({ ...parsed.data, retentionEndsAt }) ?? { ...parsed.data, retentionEndsAt };
}

/** Times that contradict each other. */
export function refusedTimes({
  opensAt,
  closesAt,
  retentionEndsAt,
}: Pick<Settings, "opensAt" | "closesAt" | "retentionEndsAt">): Refusal | undefined {
  if (closesAt <= opensAt) return badInput("closesAt must be later than opensAt");
  if (retentionEndsAt < closesAt) return badInput("retentionEndsAt must not be before closesAt");
  // K7
  const latest = closesAt + LONGEST_RETENTION_MS;
  return retentionEndsAt > latest
    ? badInput("retentionEndsAt is two years after closesAt at most")
    : undefined;
}

const badInput = (words: string): Refusal => ({ refused: "BadInput", words });

function refusal({ issues }: z.ZodError): Refusal {
  return badInput(
    issues
      .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message))
      .join("; "),
  );
}

/** What is missing does not hide what stands behind it. */
function withoutNulls<T extends object>(
  members: T,
): { [Name in keyof T]: Exclude<T[Name], null | undefined> } {
  // Object.fromEntries does not know which members it was given.
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined),
  ) as { [Name in keyof T]: Exclude<T[Name], null | undefined> };
}
