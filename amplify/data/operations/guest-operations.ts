import { a } from "@aws-amplify/backend";

/** What a guest may do: own rows only, by the session that the Lambda authorizer checked. */
export const guestOperations = {
  myPhoto: a
    .query()
    .arguments({ photoId: a.id().required() })
    .returns(a.ref("MyPhoto"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/session-guest.js" }),
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/session-photo.js" }),
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/session-event.js" }),
      a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/my-photo.js" }),
    ])
    .authorization((allow) => [allow.custom()]),
};
