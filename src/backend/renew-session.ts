import { fetchAuthSession } from "aws-amplify/auth";

let running: Promise<boolean> | undefined;

/**
 * New tokens for the host, whatever the old ones say of themselves: true when there are some. Whoever asks meanwhile
 * waits for the same ones. Where the session is over, Amplify forgets it and tells so (`watchSession`).
 */
export function renewSession(): Promise<boolean> {
  running ??= fetchAuthSession({ forceRefresh: true })
    .then(({ tokens }) => tokens !== undefined)
    .finally(() => {
      running = undefined;
    });
  return running;
}
