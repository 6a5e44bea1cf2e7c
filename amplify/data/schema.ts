import { a } from "@aws-amplify/backend";
import { endingOperations } from "./operations/ending-operations.ts";
import { eventOperations } from "./operations/event-operations.ts";
import { exportOperations } from "./operations/export-operations.ts";
import { functionOperations } from "./operations/function-operations.ts";
import { guestActionOperations } from "./operations/guest-action-operations.ts";
import { guestOperations } from "./operations/guest-operations.ts";
import { hostOperations } from "./operations/host-operations.ts";
import { leavingOperations } from "./operations/leaving-operations.ts";
import { moderationOperations } from "./operations/moderation-operations.ts";
import { orderOperations } from "./operations/order-operations.ts";
import { publicOperations } from "./operations/public-operations.ts";
import { rehearsalOperations } from "./operations/rehearsal-operations.ts";
import { watchOperations } from "./operations/watch-operations.ts";
import { hostTypes } from "./host-types.ts";
import { publicTypes } from "./public-types.ts";
import { tables } from "./tables.ts";
import { types } from "./types.ts";

export const schema = a.schema({
  ...types,
  ...publicTypes,
  ...hostTypes,
  ...tables,
  ...publicOperations,
  ...guestOperations,
  ...guestActionOperations,
  ...hostOperations,
  ...eventOperations,
  ...moderationOperations,
  ...functionOperations,
  ...leavingOperations,
  ...endingOperations,
  ...orderOperations,
  ...rehearsalOperations,
  ...watchOperations,
  ...exportOperations,
});
