import { a } from "@aws-amplify/backend";

/**
 * What anybody may do who holds the API key: the board by its `boardId`, an event's privacy notice by its join code, and
 * the exchange of LINE's ID token.
 */
export const publicOperations = {
  board: a
    .query()
    .arguments({ boardId: a.id().required() })
    .returns(a.ref("Board"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/event-by-board.js" }),
      a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/top-guests.js" }),
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/board.js" }),
    ])
    .authorization((allow) => [allow.publicApiKey(), allow.group("hosts")]),

  /** All shown photos, newest first, a hundred a page; null when no event has this board. */
  shownPhotos: a
    .query()
    .arguments({ boardId: a.id().required(), nextToken: a.string() })
    .returns(a.ref("ShownPhotoPage"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/event-by-board.js" }),
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/shown-photos.js" }),
    ])
    .authorization((allow) => [allow.publicApiKey(), allow.group("hosts")]),

  /** What guests may know of an event before they take part; null for a code that is none. */
  privacyNotice: a
    .query()
    .arguments({ joinCode: a.string().required() })
    .returns(a.ref("PrivacyNotice"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/privacy-notice.js" }))
    .authorization((allow) => [allow.publicApiKey()]),

  startSession: a
    .mutation()
    .arguments({ idToken: a.string().required(), photoId: a.id() })
    .returns(a.ref("Session"))
    .handler(a.handler.custom({ dataSource: "guestSession", entry: "../resolvers/start-session.js" }))
    .authorization((allow) => [allow.publicApiKey()]),

  onStanding: a
    .subscription()
    .for(a.ref("publishStanding"))
    .arguments({ boardId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-board.js" }))
    .authorization((allow) => [allow.publicApiKey(), allow.custom(), allow.group("hosts")]),

  onShownPhoto: a
    .subscription()
    .for(a.ref("publishShownPhoto"))
    .arguments({ boardId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-board.js" }))
    .authorization((allow) => [allow.publicApiKey(), allow.custom(), allow.group("hosts")]),
};
