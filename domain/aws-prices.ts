/** What a unit costs in one region, in US dollars without tax. Free tiers that every account has for good are counted. */
export interface RegionPrices {
  /** A call of DetectFaces, DetectModerationLabels, DetectLabels or DetectText with one picture. */
  readonly rekognitionCall: number;
  /** An operation of the GraphQL API. */
  readonly apiCall: number;
  /** A message to one screen, or a connection. */
  readonly liveMessage: number;
  readonly connectionMinute: number;
  readonly lambdaCall: number;
  readonly lambdaGbSecond: number;
  readonly tableWriteUnit: number;
  readonly tableReadUnit: number;
  readonly queueCall: number;
  readonly storageWrite: number;
  readonly storageRead: number;
  readonly storageGbMonth: number;
  /** Out of the CDN, beyond its free terabyte a month. */
  readonly cdnGb: number;
  readonly logGb: number;
  /** Of an alarm beyond the ten that are free. */
  readonly alarmMonth: number;
}

export type PricedRegion = "ap-northeast-1" | "us-east-1";

/** The day on which the prices below were looked up in AWS's price lists. */
export const PRICES_AS_OF = "2026-09-23";

/**
 * AWS's list prices, on demand. Tokyo's of AppSync were not to be had and are Virginia's; Rekognition's of Tokyo come from
 * a secondary source. Whoever sees other prices changes them here, and the day above.
 */
export const awsPrices: Readonly<Record<PricedRegion, RegionPrices>> = {
  "ap-northeast-1": {
    rekognitionCall: 0.0013,
    apiCall: 4e-6,
    liveMessage: 2e-6,
    connectionMinute: 0.08e-6,
    lambdaCall: 0.2e-6,
    lambdaGbSecond: 16.6667e-6,
    tableWriteUnit: 0.715e-6,
    tableReadUnit: 0.1425e-6,
    queueCall: 0.4e-6,
    storageWrite: 4.7e-6,
    storageRead: 0.37e-6,
    storageGbMonth: 0.025,
    cdnGb: 0.114,
    logGb: 0.76,
    alarmMonth: 0.1,
  },
  "us-east-1": {
    rekognitionCall: 0.001,
    apiCall: 4e-6,
    liveMessage: 2e-6,
    connectionMinute: 0.08e-6,
    lambdaCall: 0.2e-6,
    lambdaGbSecond: 16.6667e-6,
    tableWriteUnit: 0.625e-6,
    tableReadUnit: 0.125e-6,
    queueCall: 0.4e-6,
    storageWrite: 5e-6,
    storageRead: 0.4e-6,
    storageGbMonth: 0.023,
    cdnGb: 0.085,
    logGb: 0.5,
    alarmMonth: 0.1,
  },
};
