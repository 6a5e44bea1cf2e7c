import { a } from "@aws-amplify/backend";
import { functionsOnly } from "./function-operations.ts";

const host = "hosts";
const handler = a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" });

/** X1: taking a whole event away. How far an export is, its job `export#EVENT` tells. */
export const exportOperations = {
  ExportLink: a.customType({ url: a.string().required(), fileName: a.string().required() }),

  /**
   * `images`: `originals`, or `display` for copies as screens show them. While one is being made, that one, and if it stands
   * still it goes on. Errors: `BadInput`, `NotFound`, `Conflict` when one with other images is being made.
   */
  orderExport: a
    .mutation()
    .arguments({ eventId: a.id().required(), images: a.string().required() })
    .returns(a.ref("JobProgress"))
    .handler(handler)
    .authorization((allow) => [allow.group(host)]),

  /** Where to get a part, counted from 1, for a quarter of an hour. `exportId`: its job's `startedAt`. Error: `NotFound`. */
  takeExport: a
    .mutation()
    .arguments({ eventId: a.id().required(), exportId: a.id().required(), part: a.integer().required() })
    .returns(a.ref("ExportLink"))
    .handler(handler)
    .authorization((allow) => [allow.group(host)]),

  /** Stops it, or takes a finished one away. Error: `NotFound`. */
  cancelExport: a
    .mutation()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("JobProgress"))
    .handler(handler)
    .authorization((allow) => [allow.group(host)]),

  /** X7: everything of the event has been fetched; not won when there is no such event any more. */
  saveDownload: a
    .mutation()
    .arguments({ eventId: a.id().required(), downloadedAt: a.float().required() })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/save-download.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),
};
