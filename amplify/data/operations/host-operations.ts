import { a } from "@aws-amplify/backend";

/** What a signed-in member of the group `hosts` may do. */
export const hostOperations = {
  createEvent: a
    .mutation()
    .arguments({
      title: a.string().required(),
      /** `ja`, `en` or `zh-Hant` */
      language: a.string(),
      theme: a.string(),
      /** Milliseconds since the epoch. */
      opensAt: a.float().required(),
      closesAt: a.float().required(),
      retentionEndsAt: a.float(),
      /** `show-first` (default) or `review-first` */
      policy: a.string(),
      /** `off`, `assist` (default) or `enforce` */
      moderation: a.string(),
      keepsAgeAndGender: a.boolean(),
    })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/create-event.js" }))
    .authorization((allow) => [allow.group("hosts")]),
};
