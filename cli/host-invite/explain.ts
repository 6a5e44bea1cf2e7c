const guide = "docs/aws-account.md";

const explained: readonly (readonly [RegExp, string])[] = [
  [
    /^(CredentialsProviderError|UnrecognizedClientException|ExpiredToken|InvalidSignature|TokenProviderError)/,
    `AWS does not know who asks. Sign in (aws sso login), or name a profile: --profile P. See ${guide}.`,
  ],
  [/^AccessDenied/, `These credentials may not manage users of the pool (cognito-idp:Admin…). See ${guide}.`],
  [
    /^ResourceNotFound/,
    "There is no such user pool, or it has no group hosts. Is this the deployment's account and region?",
  ],
  [/^CodeDeliveryFailure/, "The account is there, but its mail could not be sent. Try again with --resend."],
  [
    /^(LimitExceeded|TooManyRequests)/,
    "Cognito takes no more at the moment; by itself it sends at most 50 mails a day. Try again later.",
  ],
];

/** In words that one can act on: what AWS or its client complained about; undefined for what is not theirs. */
export function explain(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const words = explained.find(([name]) => name.test(error.name))?.[1];
  if (words !== undefined) return `${words}\n(${error.name}: ${error.message})`;
  if ("$metadata" in error || "code" in error)
    return `AWS did not answer as hoped: ${error.name}: ${error.message}`;
  return undefined;
}
