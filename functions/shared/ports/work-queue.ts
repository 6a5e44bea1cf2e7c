import type { QueueMessage } from "../queue-message.ts";

/** Work for later, on a queue where photos do not wait. Fault: `queue-refused`. */
export interface WorkQueue {
  send(message: QueueMessage, delaySeconds: number): Promise<void>;
  sendAll(messages: readonly QueueMessage[], delaySeconds: number): Promise<void>;
}
