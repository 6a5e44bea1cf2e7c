import { AwsError } from "../service.ts";

interface Unchunked {
  readonly body: Buffer;
  /** Names in lower case. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** Takes `Content-Encoding: aws-chunked` apart: `SIZE;extensions CRLF bytes CRLF … 0 CRLF trailers CRLF`. Throws IncompleteBody. */
export function decodeAwsChunked(wire: Buffer): Unchunked {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const [line, next] = readLine(wire, at);
    const size = /^([0-9a-f]{1,8})(;.*)?$/i.exec(line)?.[1];
    if (size === undefined) throw incomplete();
    const sizeBytes = Number.parseInt(size, 16);
    if (sizeBytes === 0) return { body: Buffer.concat(chunks), trailers: readTrailers(wire, next) };
    const end = next + sizeBytes;
    if (wire.toString("latin1", end, end + 2) !== "\r\n") throw incomplete();
    chunks.push(wire.subarray(next, end));
    at = end + 2;
  }
}

function readTrailers(wire: Buffer, start: number): Record<string, string> {
  const lines = wire.toString("latin1", start).split(/\r?\n/).filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      if (colon < 0) throw incomplete();
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function readLine(wire: Buffer, start: number): readonly [line: string, next: number] {
  const end = wire.indexOf("\r\n", start);
  if (end < 0) throw incomplete();
  return [wire.toString("latin1", start, end), end + 2];
}

function incomplete(): AwsError {
  return new AwsError("IncompleteBody", "The request body terminated unexpectedly");
}
