import type { QueueMessage } from "../queue-message.ts";

/** Work for later, on the queue where photos do not wait. Fault: `queue-refused`. */
export interface WorkQueue {
  send(message: QueueMessage, delaySeconds: number): Promise<void>;
}
