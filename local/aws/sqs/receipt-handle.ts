import { AwsError } from "../service.ts";

export interface Receipt {
  readonly messageId: string;
  /** New at every delivery: an old handle no longer counts once the message was delivered again. */
  readonly nonce: string;
}

export function makeHandle(queueName: string, { messageId, nonce }: Receipt): string {
  return Buffer.from(`${queueName} ${messageId} ${nonce}`).toString("base64");
}

/** Throws `ReceiptHandleIsInvalid` for what was never a handle of this queue. */
export function readHandle(queueName: string, handle: string): Receipt {
  const [name, messageId, nonce, ...more] = Buffer.from(handle, "base64").toString("utf8").split(" ");
  if (name === queueName && messageId && nonce && more.length === 0) return { messageId, nonce };
  throw new AwsError(
    "ReceiptHandleIsInvalid",
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );
}
