import { liff } from "./liff.ts";
import { withoutLoginTraces } from "./without-login-traces.ts";

let hasStarted = false;

/** False before `initLiff`, and when LINE was out of reach or the guest cancelled the login. */
export function isLiffStarted(): boolean {
  return hasStarted;
}

/**
 * Starts LIFF; to be awaited before the router mounts, because the SDK reads and changes the address. It never
 * rejects: without LINE a guest who has been here before still sees the page by the own session. It does not
 * resolve where the SDK leaves for another address.
 */
export async function initLiff(liffId: string): Promise<void> {
  // "Back" from the login may bring this page out of the browser's memory, still waiting for the login it left for.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  try {
    await liff.init({ liffId });
    hasStarted = true;
  } catch (error) {
    console.warn("LIFF did not start:", codeOf(error));
  }
  const clean = withoutLoginTraces(new URL(location.href));
  if (clean.href !== location.href) history.replaceState(history.state, "", clean);
}

/** The SDK's code says what happened; its messages may quote tokens. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
