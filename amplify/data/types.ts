import { a } from "@aws-amplify/backend";

/** The shapes that operations return, one per audience. Public ones hold nothing private. */
export const types = {
  Stage: a.customType({
    name: a.string().required(),
    step: a.integer(),
    version: a.integer().required(),
  }),
  Rung: a.customType({ place: a.integer().required(), score: a.float().required() }),
  Ladder: a.customType({
    rungs: a.ref("Rung").required().array().required(),
    guests: a.integer().required(),
    photos: a.integer().required(),
    computedAt: a.float().required(),
  }),
  FaceBox: a.customType({
    left: a.float().required(),
    top: a.float().required(),
    width: a.float().required(),
    height: a.float().required(),
  }),
  Emotion: a.customType({ type: a.string().required(), confidence: a.float().required() }),
  AgeRange: a.customType({ low: a.integer().required(), high: a.integer().required() }),
  /** What was read on one face; a missing optional field means "not known". */
  FaceReading: a.customType({
    box: a.ref("FaceBox").required(),
    confidence: a.float().required(),
    emotions: a.ref("Emotion").required().array().required(),
    smile: a.boolean(),
    ageRange: a.ref("AgeRange"),
    gender: a.string(),
  }),
  LabelInstance: a.customType({ box: a.ref("FaceBox").required(), confidence: a.float().required() }),
  /** A thing or a scene that was recognised on a photo. */
  SeenLabel: a.customType({
    name: a.string().required(),
    confidence: a.float().required(),
    instances: a.ref("LabelInstance").required().array().required(),
    parents: a.string().required().array().required(),
  }),
  /** Which faces count; what is missing limits nothing. */
  Scoring: a.customType({ faceCap: a.integer(), minFaceSize: a.float(), minFaceConfidence: a.float() }),
  MyMission: a.customType({
    missionId: a.id().required(),
    title: a.string().required(),
    isMet: a.boolean().required(),
  }),

  // For the public: only by boardId.
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
  Totals: a.customType({ guests: a.integer().required(), photos: a.integer().required() }),
  Board: a.customType({
    boardId: a.id().required(),
    title: a.string().required(),
    language: a.string().required(),
    theme: a.string().required(),
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

  // For the guest: own rows only.
  MyPhoto: a.customType({
    photoId: a.id().required(),
    boardId: a.id().required(),
    eventTitle: a.string().required(),
    language: a.string().required(),
    displayName: a.string().required(),
    state: a.string().required(),
    reason: a.string(),
    score: a.float().required(),
    faces: a.ref("FaceReading").required().array().required(),
    scoring: a.ref("Scoring").required(),
    /** `best`, `best-three` or `diminishing` */
    standing: a.string().required(),
    labels: a.ref("SeenLabel").required().array().required(),
    missions: a.ref("MyMission").required().array().required(),
    image: a.string(),
    width: a.integer(),
    height: a.integer(),
    place: a.integer(),
    sentAt: a.float().required(),
    version: a.integer().required(),
  }),

  // For hosts and functions.
  CeremonyEvent: a.customType({
    eventId: a.id().required(),
    boardId: a.id().required(),
    title: a.string().required(),
    language: a.string().required(),
    theme: a.string().required(),
    state: a.string().required(),
    opensAt: a.float().required(),
    closesAt: a.float().required(),
    retentionEndsAt: a.float().required(),
    policy: a.string().required(),
    moderation: a.string().required(),
    keepsAgeAndGender: a.boolean().required(),
    rules: a.json(),
    nameWords: a.string().required().array(),
    formerRules: a.json(),
    rulesJobId: a.id(),
    version: a.integer().required(),
  }),
  EventRules: a.customType({
    eventId: a.id().required(),
    /** Missing: as every event begins. */
    rules: a.json(),
    /** Those that an undo brings back; missing when there is nothing to undo. */
    formerRules: a.json(),
    /** The job of the last change. */
    rulesJobId: a.id(),
  }),
  JobProgress: a.customType({
    jobId: a.id().required(),
    eventId: a.id().required(),
    /** `recompute` */
    kind: a.string().required(),
    /** `running`, `done`, or `superseded` by a later job; one that has not moved for half an hour has failed. */
    state: a.string().required(),
    /** Guests; missing until they were counted. */
    total: a.integer(),
    done: a.integer().required(),
    lastGuestId: a.id(),
    /** Milliseconds since the epoch. */
    startedAt: a.float().required(),
    movedAt: a.float().required(),
    version: a.integer().required(),
    expiresAt: a.integer().required(),
  }),

  // For functions only.
  PersonRow: a.customType({
    lineUserId: a.id().required(),
    eventId: a.id(),
    language: a.string().required(),
    displayName: a.string(),
  }),
  GuestRow: a.customType({
    eventId: a.id().required(),
    guestId: a.id().required(),
    displayName: a.string().required(),
    heldName: a.string(),
    isNamedByHost: a.boolean(),
    language: a.string().required(),
    isExcluded: a.boolean(),
    bannedAt: a.float(),
    sessionsRevokedAt: a.float(),
    score: a.float(),
    rankKey: a.string(),
    photos: a.integer().required(),
    version: a.integer().required(),
  }),
  PhotoRow: a.customType({
    eventId: a.id().required(),
    guestId: a.id().required(),
    photoId: a.id().required(),
    sentAt: a.float().required(),
    step: a.string().required(),
    state: a.string().required(),
    reason: a.string(),
    score: a.float().required(),
    faces: a.ref("FaceReading").required().array(),
    labels: a.json(),
    moderationLabels: a.json(),
    isModerationChecked: a.boolean(),
    concern: a.string(),
    missions: a.string().required().array(),
    duplicateOf: a.id(),
    isNoDuplicate: a.boolean(),
    isUntold: a.boolean(),
    original: a.string(),
    image: a.string(),
    width: a.integer(),
    height: a.integer(),
    sizeBytes: a.integer(),
    contentHash: a.string(),
    lookHash: a.string(),
    version: a.integer().required(),
    expiresAt: a.integer().required(),
  }),
  PhotoPage: a.customType({
    photos: a.ref("PhotoRow").required().array().required(),
    nextToken: a.string(),
  }),
  /** How many guests stand strictly above a score; `isComplete` false when the count stopped at its page. */
  PlaceRow: a.customType({
    above: a.integer().required(),
    isComplete: a.boolean().required(),
    ladder: a.ref("Ladder"),
  }),
  /** In the order of their ids. */
  GuestIdPage: a.customType({
    guestIds: a.id().required().array().required(),
    isLast: a.boolean().required(),
  }),
  RankedGuest: a.customType({ score: a.float().required(), photos: a.integer().required() }),
  RankingPage: a.customType({
    guests: a.ref("RankedGuest").required().array().required(),
    nextToken: a.string(),
  }),
  /** A conditional write: `isWon` false when somebody else was there first. */
  Claim: a.customType({ isWon: a.boolean().required() }),
};
