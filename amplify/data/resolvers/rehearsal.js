// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 2: whether the event that is played is still there. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.stash.job.report.rehearsalId }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { job } = ctx.stash;
  const { report } = job;
  const isThere = ctx.result && ctx.result.state !== "erasing" && ctx.result.state !== "erased";
  const state = report.phase === "done" ? "finished" : "running";
  return {
    eventId: job.eventId,
    rehearsalId: report.rehearsalId,
    boardId: report.boardId,
    state: isThere ? state : "wiped",
    phase: report.phase,
    guests: report.guests,
    photos: report.photos,
    minutes: report.minutes,
    readsForReal: report.readsForReal,
    startedAt: job.startedAt,
    sendsFrom: report.sendsFrom,
    sentSoFar: report.sentSoFar,
    report: report.report,
  };
}
