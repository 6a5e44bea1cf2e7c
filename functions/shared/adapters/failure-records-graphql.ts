import * as z from "zod";
import type { Clock } from "../ports/clock.ts";
import type { FailureRecords } from "../ports/failure-records.ts";
import { operations } from "./ceremony-operations.ts";
import { anyShape } from "./ceremony-shapes.ts";
import type { GraphqlDoor } from "./graphql-door.ts";
import { query } from "./graphql-operation.ts";

const DAY_MS = 86_400_000;
// Longer than anything rests among the dead letters.
const REMEMBERED_MS = 30 * DAY_MS;

const deliveryQuery = query("delivery", "$deliveryId: ID!", "kind recordedAt");
const deliveryShape = z.object({ kind: z.string(), recordedAt: z.number() });
const deliveryId = (queueMessageId: string): string => `failed#${queueMessageId}`;

/** Among the deliveries, behind the GraphQL API. */
export function createFailureRecords(door: GraphqlDoor, clock: Clock): FailureRecords {
  return {
    async note(queueMessageId, code) {
      const now = clock();
      const expiresAt = Math.ceil((now + REMEMBERED_MS) / 1_000);
      const delivery = { deliveryId: deliveryId(queueMessageId), kind: code, recordedAt: now, expiresAt };
      await door.call(operations.claimDelivery, delivery, anyShape);
    },
    async find(queueMessageId) {
      const variables = { deliveryId: deliveryId(queueMessageId) };
      const found = await door.call(deliveryQuery, variables, deliveryShape.optional());
      return found && { code: found.kind, failedAt: found.recordedAt };
    },
  };
}
