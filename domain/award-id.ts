/** The side prizes of an evening, in the order in which they are usually given. */
export const awardIds = [
  "first-smile",
  "most-missions",
  "most-faces",
  "biggest-group",
  "best-pair",
  "comeback",
  "happiest-table",
] as const;
export type AwardId = (typeof awardIds)[number];
