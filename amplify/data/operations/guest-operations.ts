import { a } from "@aws-amplify/backend";

const guest = a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/session-guest.js" });
const event = a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/session-event.js" });
const place = a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/session-place.js" });

/** What a guest may do: own rows only, by the session that the Lambda authorizer checked. */
export const guestOperations = {
  myPhoto: a
    .query()
    .arguments({ photoId: a.id().required() })
    .returns(a.ref("MyPhoto"))
    .handler([
      guest,
      event,
      place,
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/my-photo.js" }),
    ])
    .authorization((allow) => [allow.custom()]),

  /** The own photos, newest first, and how the guest stands. */
  myHistory: a
    .query()
    .arguments({ nextToken: a.string() })
    .returns(a.ref("MyHistory"))
    .handler([
      guest,
      event,
      place,
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/my-history.js" }),
    ])
    .authorization((allow) => [allow.custom()]),

  /** Every change of the own photos and of how the guest stands; what it is, `myHistory` tells. */
  onMe: a
    .subscription()
    .for(a.ref("saveStanding"))
    .handler([guest, a.handler.custom({ entry: "../resolvers/on-me.js" })])
    .authorization((allow) => [allow.custom()]),
};
