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
  StageOfBoard: a.customType({
    boardId: a.id().required(),
    name: a.string().required(),
    step: a.integer(),
    version: a.integer().required(),
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
    /** What guests send to the bot to play in this event. */
    joinCode: a.string().required(),
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
    stage: a.ref("Stage").required(),
    version: a.integer().required(),
  }),
  EventPage: a.customType({
    events: a.ref("CeremonyEvent").required().array().required(),
    nextToken: a.string(),
  }),
  /** A save that tells the hosts who watch the event; `event` is missing when somebody else was quicker. */
  EventSave: a.customType({ isWon: a.boolean().required(), eventId: a.id(), event: a.ref("CeremonyEvent") }),
  EventRules: a.customType({
    eventId: a.id().required(),
    /** Missing: as every event begins. */
    rules: a.json(),
    /** Those that an undo brings back; missing when there is nothing to undo. */
    formerRules: a.json(),
    /** The job of the last change. */
    rulesJobId: a.id(),
  }),
  /** What hosts said last of a photo or a guest. */
  HostDecision: a.customType({
    /** Of photos: `show` or `hide`; missing: as the rules have it. */
    says: a.string(),
    /** The host's name. */
    by: a.string().required(),
    /** Milliseconds since the epoch. */
    at: a.float().required(),
    /** Its entry of the trail. */
    entryId: a.id().required(),
    /** How often hosts have decided, this time included. */
    count: a.integer().required(),
  }),
  HostPhoto: a.customType({
    eventId: a.id().required(),
    guestId: a.id().required(),
    photoId: a.id().required(),
    displayName: a.string().required(),
    sentAt: a.float().required(),
    step: a.string().required(),
    state: a.string().required(),
    reason: a.string(),
    concern: a.string(),
    duplicateOf: a.id(),
    score: a.float().required(),
    faceCount: a.integer().required(),
    moderationLabels: a.json(),
    isModerationChecked: a.boolean(),
    /** Missing: there is no picture. */
    width: a.integer(),
    height: a.integer(),
    decision: a.ref("HostDecision"),
    version: a.integer().required(),
  }),
  HostPhotoPage: a.customType({
    photos: a.ref("HostPhoto").required().array().required(),
    nextToken: a.string(),
  }),
  PhotoDetail: a.customType({
    photo: a.ref("HostPhoto").required(),
    faces: a.ref("FaceReading").required().array().required(),
    labels: a.ref("SeenLabel").required().array().required(),
    missions: a.id().required().array().required(),
  }),
  PhotoName: a.customType({ guestId: a.id().required(), photoId: a.id().required() }),
  PhotoPictures: a.customType({
    photoId: a.id().required(),
    /** At most 1024 px; 320 px on the long edge. */
    display: a.string().required(),
    thumbnail: a.string().required(),
  }),
  /** `seen`: how many decisions about it the host knows of; 0 when there was none. */
  PhotoChoice: a.customType({
    guestId: a.id().required(),
    photoId: a.id().required(),
    seen: a.integer().required(),
  }),
  RefusedChoice: a.customType({
    id: a.id().required(),
    /** `changed`: another host decided meanwhile; `gone`, `banned`, `no-picture` */
    why: a.string().required(),
  }),
  HostAction: a.customType({
    /** Missing: nothing was done. */
    entryId: a.id(),
    /** Photos, or the guest. */
    done: a.id().required().array().required(),
    refused: a.ref("RefusedChoice").required().array().required(),
  }),
  HostGuest: a.customType({
    eventId: a.id().required(),
    guestId: a.id().required(),
    displayName: a.string().required(),
    /** For the MC. */
    reading: a.string(),
    language: a.string().required(),
    isExcluded: a.boolean(),
    bannedAt: a.float(),
    isNamedByHost: a.boolean(),
    /** What the guest wants to be called, while the list of words holds it back. */
    heldName: a.string(),
    score: a.float(),
    photos: a.integer().required(),
    decision: a.ref("HostDecision"),
    version: a.integer().required(),
  }),
  HostGuestPage: a.customType({
    guests: a.ref("HostGuest").required().array().required(),
    nextToken: a.string(),
  }),
  /** Saves that tell the hosts who watch the event; what was saved is missing when somebody else was quicker. */
  PhotoSave: a.customType({ isWon: a.boolean().required(), eventId: a.id(), photo: a.ref("HostPhoto") }),
  GuestSave: a.customType({ isWon: a.boolean().required(), eventId: a.id(), guest: a.ref("HostGuest") }),
  /** One line of the trail. */
  AuditEntry: a.customType({
    eventId: a.id().required(),
    entryId: a.id().required(),
    actor: a.string().required(),
    actorName: a.string().required(),
    /** As the operation is called. */
    action: a.string().required(),
    subject: a.string().required(),
    before: a.json(),
    after: a.json(),
    isDone: a.boolean().required(),
    undoes: a.id(),
  }),
  AuditPage: a.customType({
    entries: a.ref("AuditEntry").required().array().required(),
    nextToken: a.string(),
  }),
  /** A save that tells the hosts who watch the event; `entry` is missing when it did not win. */
  AuditSave: a.customType({
    isWon: a.boolean().required(),
    eventId: a.id(),
    entry: a.ref("AuditEntry"),
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
    joinedAt: a.float(),
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
