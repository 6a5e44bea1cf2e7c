import { AwsError } from "../service.ts";

/** `end` is the first byte behind. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * `Range: bytes=0-99`, `bytes=100-` or `bytes=-100`; `undefined` means all of it, which S3 also gives for a header that
 * it does not understand and for several ranges. Throws InvalidRange (416).
 */
export function readRange(header: string | undefined, sizeBytes: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  const start = first === "" ? Math.max(sizeBytes - Number(last), 0) : Number(first);
  const end = first === "" || last === "" ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined;
  if (start < end) return { start, end };
  const message = "The requested range is not satisfiable";
  throw new AwsError("InvalidRange", message, 416, { RangeRequested: header, ActualObjectSize: sizeBytes });
}
