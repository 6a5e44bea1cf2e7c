import { a } from "@aws-amplify/backend";

/** The shapes that operations return, one per audience; those of hosts in host-types.ts. Public ones hold nothing private. */
export const types = {
  /** G10: a side prize, and the photo it is given for. */
  StageAward: a.customType({
    award: a.string().required(),
    guestId: a.id().required(),
    photoId: a.id().required(),
    /** Points, faces or missions, as the award counts. */
    value: a.float().required(),
  }),
  Stage: a.customType({
    name: a.string().required(),
    step: a.integer(),
    /** What guests send from then on is too late; milliseconds since the epoch. */
    takesUntil: a.float(),
    /** Of a reveal: guests in their order, best first, and those among them who are passed over. */
    result: a.id().required().array(),
    skipped: a.id().required().array(),
    /** Ranking and wall take turns. */
    alternates: a.boolean(),
    /** Of a replay: when it began; milliseconds since the epoch. */
    startedAt: a.float(),
    /** Of the thanks. */
    awards: a.ref("StageAward").required().array(),
    /** By the server's clock, when this was told; milliseconds since the epoch. Not kept. */
    asOf: a.float(),
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
    /** P8: as in the history. */
    leavesAt: a.float(),
    version: a.integer().required(),
  }),
  MyHistoryPhoto: a.customType({
    photoId: a.id().required(),
    state: a.string().required(),
    reason: a.string(),
    score: a.float().required(),
    faceCount: a.integer().required(),
    image: a.string(),
    width: a.integer(),
    height: a.integer(),
    sentAt: a.float().required(),
    /** P8: its guest deleted it, and may take that back until then; milliseconds since the epoch. */
    leavesAt: a.float(),
    version: a.integer().required(),
  }),
  /** How the guest stands, and a page of the own photos: it may be empty and not the last. */
  MyHistory: a.customType({
    eventTitle: a.string().required(),
    language: a.string().required(),
    displayName: a.string().required(),
    /** By the event's rules; missing without a place. */
    score: a.float(),
    place: a.integer(),
    bestPhotoId: a.id(),
    /** What the guest wishes, and what became of the name: it waits for a host, or a host gave it. */
    isOffScreen: a.boolean().required(),
    heldName: a.string(),
    isNamedByHost: a.boolean().required(),
    joinCode: a.string().required(),
    photos: a.ref("MyHistoryPhoto").required().array().required(),
    nextToken: a.string(),
  }),
  /** A save that the guest's own page hears: nothing but that there is something new. Without names nobody was told. */
  StandingSave: a.customType({
    isWon: a.boolean().required(),
    eventId: a.id(),
    guestId: a.id(),
    version: a.integer(),
  }),

  // For functions only.
  PersonRow: a.customType({
    lineUserId: a.id().required(),
    eventId: a.id(),
    joinedAt: a.float(),
    formerEventId: a.id(),
    language: a.string().required(),
    displayName: a.string(),
    seenAt: a.float(),
  }),
  GuestRow: a.customType({
    eventId: a.id().required(),
    guestId: a.id().required(),
    displayName: a.string().required(),
    heldName: a.string(),
    isNamedByHost: a.boolean(),
    language: a.string().required(),
    isExcluded: a.boolean(),
    isOffScreen: a.boolean(),
    bannedAt: a.float(),
    sessionsRevokedAt: a.float(),
    erasedAt: a.float(),
    leftAt: a.float(),
    reading: a.string(),
    decision: a.ref("HostDecision"),
    score: a.float(),
    rankKey: a.string(),
    photos: a.integer().required(),
    version: a.integer().required(),
  }),
  PhotoRow: a.customType({
    eventId: a.id().required(),
    guestId: a.id().required(),
    photoId: a.id().required(),
    displayName: a.string().required(),
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
    decision: a.ref("HostDecision"),
    earlierDecisions: a.ref("HostDecision").required().array(),
    isUntold: a.boolean(),
    leavesAt: a.float(),
    imageSetId: a.string(),
    imageSetIndex: a.integer(),
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
  /** A LINE user in one event; erased: only its number is left. */
  GuestName: a.customType({
    eventId: a.id().required(),
    guestId: a.id().required(),
    erasedAt: a.float(),
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
  RankedGuest: a.customType({
    guestId: a.id().required(),
    displayName: a.string().required(),
    score: a.float().required(),
    rankKey: a.string().required(),
    photos: a.integer().required(),
  }),
  RankingPage: a.customType({
    guests: a.ref("RankedGuest").required().array().required(),
    nextToken: a.string(),
  }),
  DeliveryRow: a.customType({ kind: a.string().required(), recordedAt: a.float().required() }),
  /** A conditional write: `isWon` false when somebody else was there first. */
  Claim: a.customType({ isWon: a.boolean().required() }),
};
