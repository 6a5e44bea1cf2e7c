/** X1: what of each photo is taken away: as it was sent, or as screens show it. */
export const exportImages = ["originals", "display"] as const;
export type ExportImages = (typeof exportImages)[number];

/** X1; the same term in the lifecycle of the bucket, amplify/backend.ts. */
export const EXPORT_KEPT_MS = 7 * 86_400_000;

/** Longer than anybody who makes a part is silent; whoever waits asks once more then. */
export const EXPORT_IDLE_MS = 90_000;
