import { createHash } from "node:crypto";
import { AwsError } from "../service.ts";
import { decodeAwsChunked } from "./aws-chunked.ts";
import { checksumOf, toChecksumAlgorithm, type Checksum } from "./checksum.ts";
import { invalidArgument, notImplemented } from "./s3-error.ts";

export interface VerifiedBody {
  readonly bytes: Buffer;
  /** The MD5 in hexadecimal. */
  readonly md5: string;
  /** The one that the client sent and that was right. */
  readonly checksum: Checksum | undefined;
}

type Headers = Readonly<Record<string, string>>;

/** The bytes that the client meant to send; throws BadDigest or its kind when they are not what it announced. */
export function readBody(headers: Headers, wire: Buffer): VerifiedBody {
  const payload = headers["x-amz-content-sha256"] ?? "";
  if (payload.startsWith("STREAMING-") && payload !== "STREAMING-UNSIGNED-PAYLOAD-TRAILER") {
    // Each chunk carries a signature of its own there; taking them unchecked would be a lie.
    throw notImplemented(payload);
  }
  const isChunked = payload.startsWith("STREAMING-");
  const { body: bytes, trailers } = isChunked ? decodeAwsChunked(wire) : { body: wire, trailers: {} };
  const announced = headers["x-amz-decoded-content-length"];
  if (isChunked && announced !== undefined && Number(announced) !== bytes.length) {
    throw new AwsError("IncompleteBody", "You did not provide the number of bytes specified by the headers");
  }
  if (isChunked) checkTrailer(headers, trailers);
  const md5 = createHash("md5").update(bytes);
  const digest = md5.copy().digest("base64");
  checkMd5(headers["content-md5"], digest);
  return { bytes, md5: md5.digest("hex"), checksum: checkChecksum({ ...headers, ...trailers }, bytes) };
}

function checkTrailer(headers: Headers, trailers: Headers): void {
  const promised = headers["x-amz-trailer"]?.toLowerCase();
  if (promised === undefined || promised in trailers) return;
  throw new AwsError("MalformedTrailerError", "The request contained trailing data that was not well-formed");
}

function checkMd5(claimed: string | undefined, actual: string): void {
  if (claimed === undefined || claimed === actual) return;
  const isDigest = Buffer.from(claimed, "base64").length === 16;
  if (!isDigest) throw new AwsError("InvalidDigest", "The Content-MD5 you specified was invalid.");
  const message = "The Content-MD5 you specified did not match what we received.";
  throw new AwsError("BadDigest", message, 400, { ExpectedDigest: claimed, CalculatedDigest: actual });
}

function checkChecksum(headers: Headers, bytes: Buffer): Checksum | undefined {
  const names = Object.keys(headers).filter(
    (name) => name.startsWith("x-amz-checksum-") && !/-(mode|type|algorithm)$/.test(name),
  );
  const [name] = names;
  if (name === undefined) return undefined;
  if (names.length > 1)
    throw invalidArgument(
      "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
    );
  const algorithm = toChecksumAlgorithm(name.slice("x-amz-checksum-".length));
  const value = checksumOf(algorithm, bytes);
  if (value !== headers[name]) {
    const message = `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`;
    throw new AwsError("BadDigest", message);
  }
  return { algorithm, value, type: "FULL_OBJECT" };
}
