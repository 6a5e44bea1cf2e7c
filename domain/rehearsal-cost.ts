import { awsPrices } from "./aws-prices.ts";
import type { Usage } from "./cost.ts";
import type { EventSettings } from "./event.ts";
import { wantedLabels } from "./event-rules.ts";
import type { RehearsalWish } from "./rehearsal-progress.ts";
import type { RehearsalReport } from "./rehearsal-report.ts";

/** What an evening is taken to be beside what was rehearsed. */
export const usualEvening = { openMinutes: 180, screens: 4, retentionDays: 90 } as const;

/** H7: an evening as it was rehearsed, on which every guest has the own page open. */
export function usageOfRehearsal(report: RehearsalReport, { guests }: Pick<RehearsalWish, "guests">): Usage {
  const { faces, moderation, labels, text } = report.rekognition;
  return {
    ...usualEvening,
    photos: report.sent.photos,
    chats: report.sent.chats,
    rekognitionCalls: faces + moderation + labels + text,
    bytes: report.bytes,
    pages: guests,
  };
}

/** How often Rekognition is asked for each photo of an event. */
export function readingsPerPhoto({ moderation, rules }: Pick<EventSettings, "moderation" | "rules">): number {
  const besideFaces = [moderation !== "off", wantedLabels(rules) !== undefined, rules.bannedWords.length > 0];
  return 1 + besideFaces.filter(Boolean).length;
}

/** H3: what Rekognition's readings cost at most, wherever they are made, in US dollars. */
export function readingCost(photos: number, perPhoto: number): number {
  const dearest = Math.max(...Object.values(awsPrices).map(({ rekognitionCall }) => rekognitionCall));
  return photos * perPhoto * dearest;
}
