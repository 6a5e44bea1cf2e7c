import type { QueueMessage } from "../queue-message.ts";

/** Work for later, on a queue where photos do not wait. Fault: `queue-refused`. */
export interface WorkQueue<Message extends object = QueueMessage> {
  send(message: Message, delaySeconds: number): Promise<void>;
  sendAll(messages: readonly Message[], delaySeconds: number): Promise<void>;
}
