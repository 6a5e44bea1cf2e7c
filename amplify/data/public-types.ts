import { a } from "@aws-amplify/backend";

/** What anybody gets who knows a code or an address: nothing private. */
export const publicTypes = {
  // For the public: only by the join code.
  PrivacyNotice: a.customType({
    title: a.string().required(),
    language: a.string().required(),
    /** Who answers guests' questions; missing or empty: no host said so. */
    contact: a.string(),
    /** Milliseconds since the epoch. */
    retentionEndsAt: a.float().required(),
    keepsAgeAndGender: a.boolean().required(),
    policy: a.string().required(),
  }),

  // For the public: only by boardId.
  StageOfBoard: a.customType({
    boardId: a.id().required(),
    name: a.string().required(),
    step: a.integer(),
    takesUntil: a.float(),
    result: a.id().required().array(),
    skipped: a.id().required().array(),
    alternates: a.boolean(),
    startedAt: a.float(),
    awards: a.ref("StageAward").required().array(),
    asOf: a.float().required(),
    version: a.integer().required(),
    /** Of the event's settings: a board that knows older ones reads them again. */
    eventVersion: a.integer().required(),
  }),
  Standing: a.customType({
    boardId: a.id().required(),
    guestId: a.id().required(),
    displayName: a.string().required(),
    score: a.float(),
    /** Missing: not in the ranking. A removal is a message with a version. */
    rankKey: a.string(),
    photoId: a.id(),
    image: a.string(),
    faces: a.integer(),
    photos: a.integer().required(),
    version: a.integer().required(),
  }),
  ShownPhoto: a.customType({
    boardId: a.id().required(),
    photoId: a.id().required(),
    guestId: a.id().required(),
    displayName: a.string().required(),
    /** Missing: withdrawn. */
    image: a.string(),
    width: a.integer(),
    height: a.integer(),
    score: a.float(),
    faces: a.ref("FaceBox").required().array(),
    sentAt: a.float().required(),
    version: a.integer().required(),
  }),
  /** It may be empty and not the last. */
  ShownPhotoPage: a.customType({
    photos: a.ref("ShownPhoto").required().array().required(),
    nextToken: a.string(),
  }),
  Totals: a.customType({ guests: a.integer().required(), photos: a.integer().required() }),
  Board: a.customType({
    boardId: a.id().required(),
    title: a.string().required(),
    language: a.string().required(),
    theme: a.string().required(),
    /** With which guests join. */
    joinCode: a.string().required(),
    hasSpotlight: a.boolean().required(),
    hasCornerQr: a.boolean().required(),
    hasSound: a.boolean().required(),
    /** H1 */
    isRehearsal: a.boolean().required(),
    /** R2: by which the ranking is made. */
    standingRule: a.string().required(),
    /** Of the event's settings. */
    eventVersion: a.integer().required(),
    stage: a.ref("Stage").required(),
    standings: a.ref("Standing").required().array().required(),
    photos: a.ref("ShownPhoto").required().array().required(),
    totals: a.ref("Totals").required(),
  }),
  Session: a.customType({
    token: a.string().required(),
    expiresAt: a.float().required(),
    guestId: a.id().required(),
    eventTitle: a.string().required(),
  }),
};
