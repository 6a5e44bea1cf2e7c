import { AwsError } from "../aws/service.ts";
import type { Call, Faults } from "./faults.ts";
import { Mishap } from "./mishap.ts";

type Words = readonly [
  code: string,
  status: number,
  message: string,
  members?: Readonly<Record<string, unknown>>,
];

interface ServiceWords {
  readonly throttled: Words;
  readonly failed: Words;
}

const SLOW_DOWN = "Rate exceeded";

/** How each service turns a call away, and how it says that it failed, by the first part of the action. */
const words: Readonly<Record<string, ServiceWords>> = {
  rekognition: {
    throttled: ["ProvisionedThroughputExceededException", 400, "Provisioned rate exceeded"],
    failed: ["InternalServerError", 500, "Internal server error"],
  },
  dynamodb: {
    // What tables on demand give, as all of this project are; provisioned ones say ProvisionedThroughputExceeded….
    throttled: [
      "ThrottlingException",
      400,
      "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table " +
        "or index so please try again shortly. If exceptions persist, check if you have a hot key: " +
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html",
    ],
    failed: ["InternalServerError", 500, "Internal server error"],
  },
  sqs: {
    throttled: ["RequestThrottled", 403, "Request is throttled."],
    failed: ["InternalFailure", 500, "The request processing has failed because of an unknown error."],
  },
  s3: {
    throttled: ["SlowDown", 503, "Please reduce your request rate."],
    failed: ["InternalError", 500, "We encountered an internal error. Please try again."],
  },
  lambda: {
    throttled: [
      "TooManyRequestsException",
      429,
      "Rate Exceeded.",
      { Type: "User", Reason: "CallerRateLimitExceeded" },
    ],
    failed: [
      "ServiceException",
      500,
      "An error occurred and the request cannot be processed.",
      { Type: "Service" },
    ],
  },
  ssm: {
    throttled: ["ThrottlingException", 400, SLOW_DOWN],
    failed: ["InternalServerError", 500, "An error occurred on the server side."],
  },
  monitoring: {
    throttled: ["Throttling", 400, SLOW_DOWN],
    failed: ["InternalServiceFault", 500, "The request processing has failed because of an unknown error."],
  },
  cloudfront: {
    throttled: ["Throttling", 400, SLOW_DOWN],
    failed: ["InternalFailure", 500, "The request processing has failed because of an unknown error."],
  },
  "cognito-idp": {
    throttled: ["TooManyRequestsException", 400, SLOW_DOWN],
    failed: ["InternalErrorException", 500, "An internal error has occurred."],
  },
};

/** What the service answers to a call that was struck, `dropped` being a failure for who cannot hang up. */
export function serviceError(mishap: Mishap): AwsError {
  const { action, kind } = mishap;
  const service = words[action.slice(0, action.indexOf(":"))];
  if (service === undefined) throw new Error(`nobody knows how the service of ${action} fails`);
  const [code, usual, message, members] = kind === "throttled" ? service.throttled : service.failed;
  return new AwsError(code, message, kind === "throttled" ? usual : (mishap.status ?? usual), members);
}

/** `faults.around` for a call that never leaves the process: rejects in the service's own words, also when dropped. */
export async function aroundInside<T>(faults: Faults, call: Call, work: () => T | Promise<T>): Promise<T> {
  try {
    return await faults.around(call, work);
  } catch (error) {
    throw error instanceof Mishap ? serviceError(error) : error;
  }
}
