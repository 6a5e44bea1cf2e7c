import { a } from "@aws-amplify/backend";

const host = "hosts";

/** An event is played by drawn guests before real ones come (H1–H6). `eventId` is always the event that is rehearsed. */
export const rehearsalOperations = {
  /** The last rehearsal of an event; null: there was none. `onJob` of `rehearsal#EVENT` tells when it has moved. */
  rehearsal: a
    .query()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("Rehearsal"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Job"), entry: "../resolvers/rehearsal-job.js" }),
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/rehearsal.js" }),
    ])
    .authorization((allow) => [allow.group(host)]),

  /**
   * 1–1,000 guests send 1–5,000 photos within 1–60 minutes. Errors: `BadInput` names what is wrong, `NotFound`, `Conflict`
   * while a rehearsal has not been wiped and while real photos come.
   */
  rehearse: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guests: a.integer().required(),
      photos: a.integer().required(),
      minutes: a.integer().required(),
      /** Rekognition reads the photos, which costs money. */
      readsForReal: a.boolean().required(),
    })
    .returns(a.ref("Rehearsal"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** Deletes all of the last rehearsal but its report, also while it runs. Errors: `NotFound`, `Conflict`. */
  wipeRehearsal: a
    .mutation()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("Rehearsal"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),
};
