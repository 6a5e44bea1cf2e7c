import type { IncomingMessage } from "node:http";
import { LineError } from "./line-error.ts";

/** Reads a request's body; throws a `LineError` 413 when it is longer than `limitBytes`. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    sizeBytes += bytes.length;
    // The rest is read and thrown away: a client that still sends would never see the answer.
    if (sizeBytes <= limitBytes) chunks.push(bytes);
  }
  if (sizeBytes > limitBytes) throw new LineError(413, `The request body is larger than ${limitBytes} bytes`);
  return Buffer.concat(chunks);
}
