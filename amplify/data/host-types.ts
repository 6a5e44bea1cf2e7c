import { a } from "@aws-amplify/backend";

/** What hosts see and functions do for them. */
export const hostTypes = {
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
    /** When all its photos had been offered for download, after it was closed; missing: not yet. */
    downloadedAt: a.float(),
    policy: a.string().required(),
    moderation: a.string().required(),
    keepsAgeAndGender: a.boolean().required(),
    /** Missing: no. */
    allowsPaidMessages: a.boolean(),
    /** Who answers guests' questions; missing or empty: no host said so. */
    contact: a.string(),
    /** B9: new high scores have a moment of their own; missing: yes. */
    hasSpotlight: a.boolean(),
    /** The way in stays in a corner while photos count; missing: yes. */
    hasCornerQr: a.boolean(),
    /** Missing: no. */
    hasSound: a.boolean(),
    /** H1; missing: no. */
    isRehearsal: a.boolean(),
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
    /** Decisions before the photo's own, the latest nine, oldest first. */
    earlierDecisions: a.ref("HostDecision").required().array().required(),
    /** The photo that it repeats. */
    earlier: a.ref("HostPhoto"),
  }),
  /** What the numbers of an evening are made of. */
  NumbersPhoto: a.customType({
    photoId: a.id().required(),
    guestId: a.id().required(),
    displayName: a.string().required(),
    sentAt: a.float().required(),
    state: a.string().required(),
    reason: a.string(),
    score: a.float().required(),
    faceCount: a.integer().required(),
    /** V3: how many of the faces. */
    smiles: a.integer().required(),
    missions: a.id().required().array().required(),
    /** W2: box and confidence of each. */
    faces: a.json().required(),
    /** V3: by type, the mean over the photo's faces, 0–100. */
    emotions: a.json().required(),
    version: a.integer().required(),
  }),
  NumbersPage: a.customType({
    photos: a.ref("NumbersPhoto").required().array().required(),
    nextToken: a.string(),
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
    /** K6: the guest has left; all that remains is what hosts decided. */
    erasedAt: a.float(),
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
  /** H1: how far the rehearsal of an event is. Times in milliseconds since the epoch. */
  Rehearsal: a.customType({
    eventId: a.id().required(),
    /** The event that is played, and its board. */
    rehearsalId: a.id().required(),
    boardId: a.id().required(),
    /** `running`, `finished` or `wiped` */
    state: a.string().required(),
    /** `drawing`, `sending`, `settling` or `done` */
    phase: a.string().required(),
    guests: a.integer().required(),
    photos: a.integer().required(),
    minutes: a.integer().required(),
    readsForReal: a.boolean().required(),
    startedAt: a.float().required(),
    /** When the first guest came; missing before. */
    sendsFrom: a.float(),
    /** Photos. */
    sentSoFar: a.integer().required(),
    /** H6: a `RehearsalReport` once it is finished. */
    report: a.json(),
  }),
  JobProgress: a.customType({
    jobId: a.id().required(),
    eventId: a.id().required(),
    /** `recompute`, `archive` of a guest, or `export` of the event */
    kind: a.string().required(),
    /** `running`, `done`, or `superseded` by a later job; one that has not moved for half an hour has failed. */
    state: a.string().required(),
    /** Guests; missing until they were counted. */
    total: a.integer(),
    done: a.integer().required(),
    lastGuestId: a.id(),
    bytes: a.float(),
    /** What each kind tells of itself besides. */
    report: a.json(),
    /** Milliseconds since the epoch. */
    startedAt: a.float().required(),
    movedAt: a.float().required(),
    version: a.integer().required(),
    expiresAt: a.integer().required(),
  }),
};
