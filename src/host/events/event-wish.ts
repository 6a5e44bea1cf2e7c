import type { EventTemplateId } from "#domain/event-templates";
import type { Language } from "#domain/language";
import type { EventWish } from "../../backend/host-events.ts";
import { minuteText, readMinute } from "./clock-text.ts";

/** A new event as it is typed. */
export interface WishForm {
  readonly template: EventTemplateId;
  readonly title: string;
  readonly language: Language;
  /** As `<input type="datetime-local">` has it. */
  readonly opensAt: string;
  readonly closesAt: string;
}

export const MOST_TITLE = 100;
const DAY_MS = 86_400_000;
/** Nobody celebrates longer; a slip of the year does. */
const LONGEST_MS = 31 * DAY_MS;

export type TimeError = "no-time" | "ends-before" | "too-long" | "is-past";
export interface WishErrors {
  readonly title?: "no-title" | "long-title";
  readonly opensAt?: TimeError;
  readonly closesAt?: TimeError;
}

/** Guests may send from an hour before the doors; the day is the one that such ceremonies mostly fall on. */
const usual: Readonly<Record<EventTemplateId, { weekday: number; from: number; hours: number }>> = {
  wedding: { weekday: 6, from: 11, hours: 5 },
  "coming-of-age": { weekday: 1, from: 10, hours: 5 },
  "company-party": { weekday: 5, from: 18, hours: 4 },
};

/** The next day of that kind that is not today. */
export function usualTimes(template: EventTemplateId, now: number): Pick<WishForm, "opensAt" | "closesAt"> {
  const { weekday, from, hours } = usual[template];
  const day = new Date(now);
  day.setDate(day.getDate() + ((weekday - day.getDay() + 6) % 7) + 1);
  day.setHours(from, 0, 0, 0);
  return timesFrom(day.getTime(), hours);
}

/** For whoever wants to try at once. */
export function timesFromNow(now: number): Pick<WishForm, "opensAt" | "closesAt"> {
  return timesFrom(now, 6);
}

function timesFrom(opensAt: number, hours: number): Pick<WishForm, "opensAt" | "closesAt"> {
  const closes = new Date(opensAt);
  closes.setHours(closes.getHours() + hours);
  return { opensAt: minuteText(opensAt), closesAt: minuteText(closes.getTime()) };
}

/** What is wrong with the times; the end must lie after `now` when it is given. */
export function timeErrors(
  times: { readonly opensAt: string; readonly closesAt: string },
  now?: number,
): Pick<WishErrors, "opensAt" | "closesAt"> {
  const opensAt = readMinute(times.opensAt);
  const closesAt = readMinute(times.closesAt);
  if (opensAt === undefined || closesAt === undefined) {
    return {
      ...(opensAt === undefined && { opensAt: "no-time" }),
      ...(closesAt === undefined && { closesAt: "no-time" }),
    };
  }
  if (closesAt <= opensAt) return { closesAt: "ends-before" };
  if (closesAt - opensAt > LONGEST_MS) return { closesAt: "too-long" };
  return now !== undefined && closesAt <= now ? { closesAt: "is-past" } : {};
}

export function titleError(title: string): WishErrors["title"] {
  if (title.trim() === "") return "no-title";
  return title.trim().length > MOST_TITLE ? "long-title" : undefined;
}

/** What is typed as the API takes it, or what is wrong with it. */
export function readWish(form: WishForm, now: number): { wish: EventWish } | { errors: WishErrors } {
  const title = titleError(form.title);
  const errors: WishErrors = { ...(title !== undefined && { title }), ...timeErrors(form, now) };
  const opensAt = readMinute(form.opensAt);
  const closesAt = readMinute(form.closesAt);
  if (Object.keys(errors).length > 0 || opensAt === undefined || closesAt === undefined) return { errors };
  return {
    wish: {
      template: form.template,
      title: form.title.trim(),
      language: form.language,
      opensAt,
      closesAt,
    },
  };
}
