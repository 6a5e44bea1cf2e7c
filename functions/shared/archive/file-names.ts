import { points } from "#domain/scoring";
import type { StoredPhoto } from "../ports/ceremony-store.ts";

/** What the clock in the hall showed: `2026-11-21 18:03:12`. */
export function wallTime(at: number, timeZone: string): string {
  return new Date(at).toLocaleString("sv-SE", { timeZone });
}

/** A moment that reads, in the time zone of this process, as the clock in the hall did. */
export function wallDate(at: number, timeZone: string): Date {
  return new Date(wallTime(at, timeZone).replace(" ", "T"));
}

type NamedPhoto = Pick<StoredPhoto, "sentAt" | "score" | "original" | "faces">;

/** `2026-11-21 18-03-12 142.6pt.jpg`, with a name `… 花子 142.6pt.jpg`; points only where somebody is on the photo. */
export function photoFileName(
  { sentAt, score, original = "", faces = [] }: NamedPhoto,
  timeZone: string,
  sentBy = "",
): string {
  const time = wallTime(sentAt, timeZone).replaceAll(":", "-");
  const extension = /\.\w+$/.exec(original)?.[0] ?? "";
  const parts = [time, inFileName(sentBy), faces.length > 0 ? points(score) : ""];
  return `${parts.filter((part) => part !== "").join(" ")}${extension}`;
}

/** Without what a file system takes for something else, or nobody sees. */
export function inFileName(text: string): string {
  return text
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[ .]+|[ .]+$/g, "");
}

/** The name itself, or `name (2).jpg` … while it is taken; takes it. */
export function takeName(name: string, taken: Set<string>): string {
  const [, stem = name, extension = ""] = /^(.*?)(\.\w+)?$/.exec(name) ?? [];
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${stem} (${count})${extension}`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}
