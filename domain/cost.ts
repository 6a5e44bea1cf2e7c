import type { RegionPrices } from "./aws-prices.ts";

/** How much an event uses. */
export interface Usage {
  readonly photos: number;
  /** Greetings, commands and whatever else guests write. */
  readonly chats: number;
  /** Of all four kinds together. */
  readonly rekognitionCalls: number;
  /** Of the originals. */
  readonly bytes: number;
  readonly retentionDays: number;
  /** Projectors and hosts' pages: they hear of every photo. */
  readonly screens: number;
  /** Guests' own pages: they hear of the guest's own photos. */
  readonly pages: number;
  /** How long each of them is open. */
  readonly openMinutes: number;
}

export const costParts = ["rekognition", "api", "lambda", "tables", "storage", "cdn", "rest"] as const;
export type CostPart = (typeof costParts)[number];

/** US dollars. */
export type Cost = Readonly<Record<CostPart | "total", number>>;

/** What one photo needs, its reminder included: counted on the local stack, or measured there where it says so. */
const PHOTO = {
  apiCalls: 30,
  reads: 29,
  /** Its row of about 6 kB is written three times, to the table and five indexes. */
  writeUnits: 120,
  storageWrites: 5,
  storageReads: 3,
  queueCalls: 10,
  lambdaCalls: 4,
  /** 2 GB for about 2.5 s of waiting and reading, and what is small beside it. */
  lambdaGbSeconds: 5.5,
  logBytes: 4_000,
} as const;
const CHAT = {
  apiCalls: 8,
  reads: 8,
  writeUnits: 6,
  queueCalls: 4,
  lambdaCalls: 2,
  lambdaGbSeconds: 0.8,
} as const;
/** Of each photo to each screen: its saves and its guest's, and both as the board hears them. */
const SCREEN_MESSAGES = 8;
const OWN_MESSAGES = 4;
/** A page asks again now and then, whatever it has heard. */
const READS_PER_MINUTE = 1;
/** Of a shown photo to each screen, in both sizes; guests' pages show only their own. */
const VIEWED_BYTES = 240_000;
/** Copies beside each original. */
const COPY_BYTES = 400_000;
/** Queues are asked all day long, also when nothing is in them. */
const IDLE_QUEUE_CALLS = 1_600_000;
const FREE_QUEUE_CALLS = 1_000_000;
const FREE_CDN_GB = 1_024;
/** Alarms of a deployment, less the ten that are free. */
const PAID_ALARMS = 30;
const DAYS_OF_MONTH = 30;
const GB = 1e9;

/**
 * What an event costs on AWS at these prices: the evening, its photos for as long as they are kept, and one month of what
 * a deployment costs by being there. An estimate: it leaves out taxes, the first year's free tier, and LINE.
 */
export function costOf(usage: Usage, prices: RegionPrices): Cost {
  const { photos, chats, screens, pages } = usage;
  const sum = (of: keyof typeof CHAT): number => photos * PHOTO[of] + chats * CHAT[of];
  const viewerMinutes = (screens + pages) * usage.openMinutes;
  const liveMessages = screens + pages + photos * (screens * SCREEN_MESSAGES + OWN_MESSAGES);
  const viewedGb = ((screens + 1) * photos * VIEWED_BYTES) / GB;
  const storedGb = (usage.bytes + photos * COPY_BYTES) / GB;
  const parts: Record<CostPart, number> = {
    rekognition: usage.rekognitionCalls * prices.rekognitionCall,
    api:
      (sum("apiCalls") + viewerMinutes * READS_PER_MINUTE) * prices.apiCall +
      liveMessages * prices.liveMessage +
      viewerMinutes * prices.connectionMinute,
    lambda: sum("lambdaCalls") * prices.lambdaCall + sum("lambdaGbSeconds") * prices.lambdaGbSecond,
    tables: sum("writeUnits") * prices.tableWriteUnit + sum("reads") * prices.tableReadUnit,
    storage:
      photos * (PHOTO.storageWrites * prices.storageWrite + PHOTO.storageReads * prices.storageRead) +
      (storedGb * usage.retentionDays * prices.storageGbMonth) / DAYS_OF_MONTH,
    cdn: Math.max(0, viewedGb - FREE_CDN_GB) * prices.cdnGb,
    rest:
      Math.max(0, IDLE_QUEUE_CALLS + sum("queueCalls") - FREE_QUEUE_CALLS) * prices.queueCall +
      (photos * PHOTO.logBytes * prices.logGb) / GB +
      PAID_ALARMS * prices.alarmMonth,
  };
  return { ...parts, total: Object.values(parts).reduce((all, part) => all + part, 0) };
}
