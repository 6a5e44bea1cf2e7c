import * as z from "zod";

const share = z.number().min(0).max(1);
const milliseconds = z.number().min(0);

/** What may go wrong with a call of a service; shares are probabilities from 0 to 1. */
const callFaultsSchema = z.strictObject({
  /**
   * Calls of one action a second that are let through, in real time; the others get the service's own throttling
   * exception.
   */
  throttlePerSecond: z.number().positive().optional(),
  /** Every call takes so much longer, at random between the two. */
  latencyMs: z.tuple([milliseconds, milliseconds]).optional(),
  /** Answered with the service's own 5xx, without having been done. */
  failBefore: share.optional(),
  /** Done, and then answered with the service's own 5xx: the caller cannot know. */
  failAfter: share.optional(),
  /** The connection is closed before the call is read. Calls that never leave the process fail instead. */
  dropBefore: share.optional(),
  /** Done, and then the connection is closed instead of an answer. */
  dropAfter: share.optional(),
  /** Only so many calls are struck, then the action is healthy; without it all that the dice hit. */
  times: z.int().min(1).optional(),
  /** The status of `failBefore` and `failAfter` in place of the service's own, such as LINE's 202 or 404. */
  status: z.int().min(200).max(599).optional(),
});

/** All that goes wrong on command. An empty plan is a healthy world. */
export const faultPlanSchema = z.strictObject({
  /** The same seed makes the same dice; without one they are thrown anew each time. */
  seed: z.number().int().optional(),
  /**
   * By action: `SERVICE:Operation` with the API's own name of it (`rekognition:DetectFaces`, `dynamodb:PutItem`,
   * `s3:PutObject`, `sqs:SendMessage`), `SERVICE:*`, or `*`; `appsync:GraphQL`, `lambda:InvokeFunctionUrl` and
   * `cdn:Get` are requests. LINE's operations are `line:replyMessage` and so on. The most exact name wins.
   */
  calls: z.record(z.string(), callFaultsSchema).optional(),
  queues: z
    .strictObject({
      /** Share of messages that are delivered twice, as SQS may. */
      duplicate: share.optional(),
      /** Messages wait a random time up to this, so that they overtake one another. */
      jitterMs: milliseconds.optional(),
    })
    .optional(),
  webhooks: z
    .strictObject({
      /**
       * Share of LINE's events that are delivered twice, with the same `webhookEventId`. Above 1 the number of
       * further copies: 4 delivers each event five times.
       */
      duplicate: z.number().min(0).max(20).optional(),
      /** Every event waits a random time up to this. */
      jitterMs: milliseconds.optional(),
    })
    .optional(),
  /** Share of invocations whose thread is killed at a random moment, by function name or `*`. */
  kill: z.record(z.string(), share).optional(),
  /** Open GraphQL subscriptions' sockets are cut at random, so often a minute on average and socket. */
  cutSocketsPerMinute: z.number().min(0).optional(),
  /** Bytes that all stores together may take on the disk; writing more fails as a full disk does. */
  diskQuotaBytes: z.number().min(0).optional(),
  /** The clock of this whole world, functions included, is so far ahead (or, negative, behind). */
  clockOffsetMs: z.number().optional(),
});

export type CallFaults = z.output<typeof callFaultsSchema>;
export type FaultPlan = z.output<typeof faultPlanSchema>;
