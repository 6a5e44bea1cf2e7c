import { lookup } from "node:dns/promises";
import { Fault } from "../../functions/shared/fault.ts";
import type { Failure } from "./failure.ts";
import type { SourceChoice } from "./options.ts";

const guide = "docs/aws-account.md";

type Explained = Omit<Failure, "isLasting">;

/**
 * In words that a newcomer can act on: what AWS, its client or the local reader complained about. `isKnownHost` asks
 * the network for a name.
 */
export async function explainFailure(
  error: unknown,
  source: SourceChoice,
  isKnownHost = canLookUp,
): Promise<Failure> {
  const cause = error instanceof Fault ? error.cause : error;
  const { name, message, code } = factsOf(cause);
  if (source.kind === "local") return explainLocal(name, message);
  const passing = explainPassing(name);
  if (passing !== undefined) return { ...passing, isLasting: false };
  const explained = explainRegion(message) ??
    explainCredentials(name, message, source.profile) ??
    (await explainConnection({ name, message, code }, isKnownHost)) ?? {
      what: `Amazon Rekognition answered ${name}: ${message}`,
      next: `The words above are AWS's own; ${guide} tells how an account has to be set up.`,
    };
  return { ...explained, isLasting: true };
}

function explainLocal(name: string, message: string): Failure {
  return {
    what: `The reader on this machine failed (${name}: ${message}).`,
    next: "Try again with fewer at a time (--workers 1); each needs about 250 MB of memory.",
    isLasting: false,
  };
}

function explainPassing(name: string): Explained | undefined {
  if (/^(ProvisionedThroughputExceeded|Throttling|TooManyRequests|LimitExceeded)/.test(name)) {
    return {
      what: `Amazon Rekognition takes no more requests at the moment (${name}), also after six tries.`,
      next: "Read fewer at a time (--workers 1), or wait a minute. Most regions take 5 requests a second for labels and moderation; AWS raises that on request (Service Quotas).",
    };
  }
  if (/^(InternalServerError|ServiceUnavailable)/.test(name)) {
    return {
      what: `Amazon Rekognition had a failure of its own (${name}), also after six tries.`,
      next: "Try again in a minute; https://health.aws.amazon.com tells about larger troubles.",
    };
  }
  return undefined;
}

function explainCredentials(
  name: string,
  message: string,
  profile: string | undefined,
): Explained | undefined {
  const option = profile === undefined ? "" : ` --profile ${profile}`;
  if (name === "CredentialsProviderError" || name === "TokenProviderError") {
    return explainMissingCredentials(message, profile, option);
  }
  const action = /not authorized to perform: (\S+)/.exec(message)?.[1];
  if (name.startsWith("AccessDenied")) {
    return {
      what: `These credentials may not ${action === undefined ? "do this" : `call ${action}`}. (${message})`,
      next: `Give their user or role the policy in ${guide}, which allows ${action ?? "rekognition:DetectFaces"}.`,
    };
  }
  if (name.startsWith("ExpiredToken") || /security token.*expired/i.test(message)) {
    return {
      what: "These credentials were made for a few hours, and those are over.",
      next: `Sign in again: aws sso login${option}, or fetch new temporary keys.`,
    };
  }
  if (name.startsWith("InvalidSignature") && /expired|not yet current/i.test(message)) {
    return {
      what: "AWS does not believe the time of this machine.",
      next: "Set its clock (automatically, from the internet), then try again.",
    };
  }
  if (/^(UnrecognizedClient|InvalidSignature|InvalidClientTokenId|SignatureDoesNotMatch)/.test(name)) {
    return {
      what: `AWS does not know these keys (${name}).`,
      next: `Check the access key and the secret key: copied whole, not deleted, of the right account (aws sts get-caller-identity${option}). Newer regions must be switched on in the account first. ${guide} tells how to make new keys.`,
    };
  }
  if (/^(OptInRequired|SubscriptionRequired)/.test(name)) {
    return {
      what: "This AWS account has not been activated for Rekognition yet.",
      next: "A new account takes up to a day, and needs a way to pay and a confirmed phone number.",
    };
  }
  return undefined;
}

function explainMissingCredentials(message: string, profile: string | undefined, option: string): Explained {
  if (/sso|aws login|re-?authenticate|token/i.test(message)) {
    return {
      what: `The sign-in of this profile is over or was never made. (${message})`,
      next: `Sign in again: aws ${/aws login/.test(message) ? "login" : "sso login"}${option}`,
    };
  }
  if (profile !== undefined) {
    return {
      what: `There are no credentials for the profile "${profile}" in ~/.aws/config and ~/.aws/credentials.`,
      next: `aws configure list-profiles tells the names; aws configure sso${option} makes one. See ${guide}.`,
    };
  }
  return {
    what: `No AWS credentials were found. (${message})`,
    next: `Make some (${guide}), then: aws configure sso, or aws configure, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Without an account: --source local.`,
  };
}

function explainRegion(message: string): Explained | undefined {
  if (message.includes("Region is missing")) {
    return {
      what: "No region was chosen.",
      next: "Name one where Rekognition is: --region ap-northeast-1 (or set AWS_REGION, or a region in the profile).",
    };
  }
  const [, region] = /Region not accepted: region="(.*?)"/.exec(message) ?? [];
  if (region === undefined && !message.includes("scoped to a valid region")) return undefined;
  return {
    what: region === undefined ? "AWS refuses this region." : `"${region}" is no region's name.`,
    next: "Regions are called like ap-northeast-1 (Tokyo) or us-east-1 (Virginia).",
  };
}

const unreachable = /^(ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOTFOUND|EAI_AGAIN)/;

/** A name that nobody knows is a region without Rekognition, unless nobody answers questions about names at all. */
async function explainConnection(
  { name, message, code }: Facts,
  isKnownHost: (host: string) => Promise<boolean>,
): Promise<Explained | undefined> {
  if (name !== "TimeoutError" && !unreachable.test(code ?? "")) return undefined;
  const host = /(?:ENOTFOUND|EAI_AGAIN) (\S+)/.exec(message)?.[1];
  if (code === "ENOTFOUND" && host !== undefined && (await isKnownHost("aws.amazon.com"))) {
    return {
      what: `There is no Amazon Rekognition in this region: nobody answers at ${host}.`,
      next: "Choose a region where it is, such as --region ap-northeast-1 (Tokyo), us-east-1 or eu-west-1.",
    };
  }
  return {
    what: `Amazon Rekognition cannot be reached${host === undefined ? "" : ` at ${host}`} (${message}).`,
    next: "Check the network, and whether a proxy or a firewall stands in between. --source local works without one.",
  };
}

const canLookUp = (host: string): Promise<boolean> =>
  lookup(host).then(
    () => true,
    () => false,
  );

interface Facts {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
}

function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), code: undefined };
  // Of several addresses that were tried at once each has its own error; the first says it.
  const [first] = error instanceof AggregateError ? error.errors : [];
  const inner = first instanceof Error ? first : error;
  const code = "code" in inner && typeof inner.code === "string" ? inner.code : undefined;
  return { name: error.name, message: inner.message || error.name, code };
}
