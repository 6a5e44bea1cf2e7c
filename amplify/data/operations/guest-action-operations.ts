import { a } from "@aws-amplify/backend";

/** Of the session, and read anew: who was banned meanwhile is refused before any function is asked. */
const steps = [
  a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/session-guest.js" }),
  a.handler.custom({ dataSource: "guestActions", entry: "../resolvers/guest-action.js" }),
];

/** What a guest may change: the own photos and the own row only, by the session that the Lambda authorizer checked. */
export const guestActionOperations = {
  /** Until `goneAt`, milliseconds since the epoch, it may be taken back. */
  PhotoRemoval: a.customType({ photoId: a.id().required(), goneAt: a.float().required() }),
  PhotoReturn: a.customType({ photoId: a.id().required() }),
  Removal: a.customType({ eventId: a.id().required() }),
  /** Addresses of the private copies, at most 1024 and 320 pixels on the long edge; good for half an hour at least. */
  MyPicture: a.customType({
    photoId: a.id().required(),
    display: a.string().required(),
    thumbnail: a.string().required(),
  }),
  /** P10: an archive of all own photos. */
  MyArchive: a.customType({
    archiveId: a.id().required(),
    /** `running`, `ready`, or `failed`: order it once more. */
    state: a.string().required(),
    /** Photos; how many there are is not known at once. */
    done: a.integer().required(),
    total: a.integer(),
    /** Of one that is ready: good for a quarter of an hour, ask again for another one. */
    url: a.string(),
    bytes: a.float(),
    /** Milliseconds since the epoch: the archive is gone then. */
    expiresAt: a.float(),
  }),
  MyWish: a.customType({
    /** As everybody reads it. */
    displayName: a.string().required(),
    /** Waits for a host: it holds a word of the event's list. */
    heldName: a.string(),
    isOffScreen: a.boolean().required(),
    language: a.string().required(),
  }),

  /** P8: off all screens at once, gone for good at `goneAt`. Null: no photo of the session's guest, or none any more. */
  deleteMyPhoto: a
    .mutation()
    .arguments({ photoId: a.id().required() })
    .returns(a.ref("PhotoRemoval"))
    .handler(steps)
    .authorization((allow) => [allow.custom()]),

  /** At most 50. What is missing in the answer is no own photo, was taken back, or has no picture. Error: `BadInput`. */
  myPictures: a
    .query()
    .arguments({ photoIds: a.id().required().array().required() })
    .returns(a.ref("MyPicture").required().array())
    .handler(steps)
    .authorization((allow) => [allow.custom()]),

  /** P8: the photo stays. Null: too late, or no photo of the session's guest. */
  undoDeleteMyPhoto: a
    .mutation()
    .arguments({ photoId: a.id().required() })
    .returns(a.ref("PhotoReturn"))
    .handler(steps)
    .authorization((allow) => [allow.custom()]),

  /** K6: everything of the guest in the session's event; ordered, and gone within seconds, this session with it. */
  deleteEverything: a
    .mutation()
    .returns(a.ref("Removal"))
    .handler(steps)
    .authorization((allow) => [allow.custom()]),

  /** While one is being made, that one. */
  orderMyArchive: a
    .mutation()
    .returns(a.ref("MyArchive"))
    .handler(steps)
    .authorization((allow) => [allow.custom()]),

  /** Null: no archive of the session's guest, or gone since: a photo was withdrawn, its day is over, another was ordered. */
  myArchive: a
    .query()
    .arguments({ archiveId: a.id().required() })
    .returns(a.ref("MyArchive"))
    .handler(steps)
    .authorization((allow) => [allow.custom()]),

  /**
   * `change`: any of `displayName`, `isOffScreen`, `language` (`ja`, `en`, `zh-Hant`). Errors: `BadInput`; `NamedByHost`: a
   * name that a host gave stays.
   */
  updateMe: a
    .mutation()
    .arguments({ change: a.json().required() })
    .returns(a.ref("MyWish"))
    .handler(steps)
    .authorization((allow) => [allow.custom()]),
};
