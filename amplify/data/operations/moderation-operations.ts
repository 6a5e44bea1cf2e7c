import { a } from "@aws-amplify/backend";

const host = "hosts";

/** What hosts see and decide of photos and guests, and the trail of it. */
export const moderationOperations = {
  /** Newest first. `state`: `pending`, `shown` or `hidden`; without it all but removed ones. At most 100 at once. */
  queue: a
    .query()
    .arguments({ eventId: a.id().required(), state: a.string(), limit: a.integer(), nextToken: a.string() })
    .returns(a.ref("HostPhotoPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/queue.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** One photo with everything that was read on it, and the earlier one that it repeats. */
  hostPhoto: a
    .query()
    .arguments({ eventId: a.id().required(), guestId: a.id().required(), photoId: a.id().required() })
    .returns(a.ref("PhotoDetail"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/host-photo.js" }),
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/earlier-photo.js" }),
    ])
    .authorization((allow) => [allow.group(host)]),

  photosOfGuestForHost: a
    .query()
    .arguments({ eventId: a.id().required(), guestId: a.id().required(), nextToken: a.string() })
    .returns(a.ref("HostPhotoPage"))
    .handler(
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photos-of-guest-for-host.js" }),
    )
    .authorization((allow) => [allow.group(host)]),

  /** All photos of the event in whatever state, newest first; those that were taken back may be among them. */
  photosForNumbers: a
    .query()
    .arguments({ eventId: a.id().required(), nextToken: a.string() })
    .returns(a.ref("NumbersPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photos-for-numbers.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** Addresses of pictures that are not public too, good for half an hour at least. At most 100 at once. */
  pictures: a
    .query()
    .arguments({ eventId: a.id().required(), photos: a.ref("PhotoName").required().array().required() })
    .returns(a.ref("PhotoPictures").required().array())
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** `says`: `show`, `hide`, or `rules` to take the hosts' word back. At most 100 photos at once. */
  moderatePhotos: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      says: a.string().required(),
      photos: a.ref("PhotoChoice").required().array().required(),
    })
    .returns(a.ref("HostAction"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** Takes an entry of the trail back, as far as nobody decided since. */
  undoAction: a
    .mutation()
    .arguments({ eventId: a.id().required(), entryId: a.id().required() })
    .returns(a.ref("HostAction"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** In the order of their ids; `search` looks into names and readings. A page may be empty and not the last. */
  guests: a
    .query()
    .arguments({ eventId: a.id().required(), search: a.string(), limit: a.integer(), nextToken: a.string() })
    .returns(a.ref("HostGuestPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/guests.js" }))
    .authorization((allow) => [allow.group(host)]),

  hostGuest: a
    .query()
    .arguments({ eventId: a.id().required(), guestId: a.id().required() })
    .returns(a.ref("HostGuest"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/host-guest.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** `change`: any of `displayName`, `reading` (null: none), `isExcluded`, `isBanned`. */
  changeGuest: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      seen: a.integer().required(),
      change: a.json().required(),
    })
    .returns(a.ref("HostAction"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** Newest first. */
  audit: a
    .query()
    .arguments({ eventId: a.id().required(), limit: a.integer(), nextToken: a.string() })
    .returns(a.ref("AuditPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Audit"), entry: "../resolvers/audit.js" }))
    .authorization((allow) => [allow.group(host)]),

  onPhoto: a
    .subscription()
    .for([a.ref("savePhoto"), a.ref("decidePhoto"), a.ref("saveLeaving")])
    .arguments({ eventId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-event.js" }))
    .authorization((allow) => [allow.group(host)]),

  onGuest: a
    .subscription()
    .for([
      a.ref("saveGuest"),
      a.ref("decideGuest"),
      a.ref("saveWish"),
      a.ref("eraseGuest"),
      a.ref("reviveGuest"),
    ])
    .arguments({ eventId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-event.js" }))
    .authorization((allow) => [allow.group(host)]),

  onAudit: a
    .subscription()
    .for(a.ref("saveAudit"))
    .arguments({ eventId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-event.js" }))
    .authorization((allow) => [allow.group(host)]),
};
