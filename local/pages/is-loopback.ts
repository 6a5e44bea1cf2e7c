const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether a `Host` or an `Origin` is this machine: other sites' pages, also under a name that resolves to it, are not. */
export function isLoopback(hostOrOrigin: string | undefined): boolean {
  if (hostOrOrigin === undefined) return false;
  const address = hostOrOrigin.includes("://") ? hostOrOrigin : `http://${hostOrOrigin}`;
  return URL.canParse(address) && LOOPBACK.has(new URL(address).hostname);
}
