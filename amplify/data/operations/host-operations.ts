import { a } from "@aws-amplify/backend";

/** What a signed-in member of the group `hosts` may do about the rules of an event. */
export const hostOperations = {
  rulesOf: a
    .query()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("EventRules"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/event.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  /**
   * `seenJobId`: of the change that the host saw last, empty for none; without it whatever is in force is replaced. Errors:
   * `BadInput` says what is wrong with the rules, `NotFound`, `Conflict` when another host was quicker.
   */
  changeRules: a
    .mutation()
    .arguments({ eventId: a.id().required(), rules: a.json().required(), seenJobId: a.id() })
    .returns(a.ref("JobProgress"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  /** Brings the former rules back; undone again, the newer ones. Errors: `NotFound`, `Conflict`. */
  undoRules: a
    .mutation()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("JobProgress"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  job: a
    .query()
    .arguments({ jobId: a.id().required() })
    .returns(a.ref("JobProgress"))
    .handler(a.handler.custom({ dataSource: a.ref("Job"), entry: "../resolvers/job.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  onJob: a
    .subscription()
    .for(a.ref("publishJob"))
    .arguments({ jobId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-job.js" }))
    .authorization((allow) => [allow.group("hosts")]),
};
