import * as z from "zod";
import { AwsError } from "../service.ts";
import type { Caller } from "../service.ts";

export type ReadObject = (bucket: string, key: string, caller: Caller) => Promise<Buffer>;

export const imageSchema = z.object({
  Bytes: z.string().optional(),
  S3Object: z.object({ Bucket: z.string(), Name: z.string(), Version: z.string().optional() }).optional(),
});
export type ImageInput = z.infer<typeof imageSchema>;

const MOST_INLINE_BYTES = 5_242_880;
const MOST_OBJECT_BYTES = 15 * 1024 * 1024;

/** The bytes of the request's picture, at least of a kind that Rekognition takes. Throws Rekognition's errors. */
export async function imageBytes(image: ImageInput, readObject: ReadObject, caller: Caller): Promise<Buffer> {
  if ((image.Bytes === undefined) === (image.S3Object === undefined)) throw invalidParameters();
  const bytes = image.S3Object
    ? await objectBytes(image.S3Object, readObject, caller)
    : inlineBytes(image.Bytes ?? "");
  if (!isJpeg(bytes) && !isPng(bytes)) throw invalidFormat();
  return bytes;
}

function inlineBytes(base64: string): Buffer {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length === 0) throw lengthViolation("greater than or equal to 1");
  // On AWS the model's own constraint answers before Rekognition does: not an ImageTooLargeException.
  if (bytes.length > MOST_INLINE_BYTES) throw lengthViolation(`less than or equal to ${MOST_INLINE_BYTES}`);
  return bytes;
}

function lengthViolation(constraint: string): AwsError {
  return new AwsError(
    "ValidationException",
    `1 validation error detected: Value at 'image.bytes' failed to satisfy constraint: Member must have length ${constraint}`,
  );
}

async function objectBytes(
  object: NonNullable<ImageInput["S3Object"]>,
  readObject: ReadObject,
  caller: Caller,
): Promise<Buffer> {
  if (object.Version !== undefined) {
    throw new AwsError("InvalidParameterException", "S3Object.Version is not available locally");
  }
  const bytes = await readObject(object.Bucket, object.Name, caller).catch((error: unknown) => {
    throw error instanceof AwsError ? unreachableObject() : error;
  });
  if (bytes.length > MOST_OBJECT_BYTES) throw tooLarge(`${bytes.length} bytes`);
  return bytes;
}

function unreachableObject(): AwsError {
  return new AwsError(
    "InvalidS3ObjectException",
    "Unable to get object metadata from S3. Check object key, region and/or access permissions.",
  );
}

export function invalidFormat(): AwsError {
  return new AwsError("InvalidImageFormatException", "Request has invalid image format");
}

/** Also AWS's answer for a picture below the smallest size. */
export function invalidParameters(): AwsError {
  return new AwsError("InvalidParameterException", "Request has invalid parameters");
}

export function tooLarge(what: string): AwsError {
  return new AwsError("ImageTooLargeException", `The input image exceeds the allowed limit: ${what}`);
}

const isJpeg = (bytes: Buffer): boolean => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"));
