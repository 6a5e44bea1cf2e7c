import { HTTPFetchError } from "@line/bot-sdk";

/** What went wrong, in words that one can act on. Never holds the token: LINE's answers do not either. */
export function explain(error: unknown): string {
  if (error instanceof HTTPFetchError) return explainRefusal(error);
  if (error instanceof TypeError && error.message === "fetch failed")
    return "LINE does not answer. Is this machine connected?";
  return error instanceof Error ? error.message : String(error);
}

function explainRefusal({ status, body, headers }: HTTPFetchError): string {
  const said = `(${status}: ${body}; request ${headers.get("x-line-request-id") ?? "without an id"})`;
  if (status === 401)
    return `The channel access token is not good: ended, revoked or of another channel. Issue a new one (LINE Developers console → the Messaging API channel → Messaging API) and put it into LINE_CHANNEL_ACCESS_TOKEN and into the deployment's secret.\n${said}`;
  if (status === 403) return `The account or its plan may not do this.\n${said}`;
  if (status === 429)
    return `LINE takes no more at the moment; it allows 100 new menus and 60 webhook tests an hour. Try again later.\n${said}`;
  if (status >= 500) return `LINE has a fault of its own. Try again; what was done stays done.\n${said}`;
  return `LINE refused.\n${said}`;
}
