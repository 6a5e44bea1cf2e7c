import { AwsError, type RestResponse } from "../service.ts";
import { writeXml } from "./write-xml.ts";

export function noSuchKey(key: string): AwsError {
  return new AwsError("NoSuchKey", "The specified key does not exist.", 404, { Key: key });
}

export function noSuchBucket(bucket: string): AwsError {
  return new AwsError("NoSuchBucket", "The specified bucket does not exist", 404, { BucketName: bucket });
}

export function noSuchUpload(uploadId: string): AwsError {
  const message =
    "The specified upload does not exist. The upload ID may be invalid, or the upload was ended.";
  return new AwsError("NoSuchUpload", message, 404, { UploadId: uploadId });
}

export function preconditionFailed(condition: string): AwsError {
  const message = "At least one of the pre-conditions you specified did not hold";
  return new AwsError("PreconditionFailed", message, 412, { Condition: condition });
}

export function invalidArgument(message: string): AwsError {
  return new AwsError("InvalidArgument", message);
}

export function malformedXml(): AwsError {
  const message = "The XML you provided was not well-formed or did not validate against our published schema";
  return new AwsError("MalformedXML", message);
}

export function notImplemented(what: string): AwsError {
  return new AwsError("NotImplemented", `${what} is not available in the local S3`, 501);
}

export function renderS3Error({ code, message, status, members }: AwsError, requestId: string): RestResponse {
  const texts = Object.entries(members).map(([name, value]): [string, string] => [name, String(value)]);
  const body = writeXml("Error", {
    Code: code === "AccessDeniedException" ? "AccessDenied" : code,
    Message: message,
    ...Object.fromEntries(texts),
    RequestId: requestId,
    HostId: "local",
  });
  return { status, headers: { "Content-Type": "application/xml" }, body };
}
