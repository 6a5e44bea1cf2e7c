/** What a tapped address means inside LINE. */
export type LinkTarget = "camera" | "album" | "liff" | "page" | "outside" | "nothing";

/** LINE's own addresses open parts of the app; the stand-in's stand for LIFF's; pages of this machine open inside. */
export function linkTarget(address: string, lineOrigin: string): LinkTarget {
  if (!URL.canParse(address)) return "nothing";
  const url = new URL(address);
  const inApp = /\bnv\/(camera|cameraRoll)\b/u.exec(address)?.[1];
  const isLine = url.protocol === "line:" || url.hostname === "line.me";
  if (isLine && inApp !== undefined) return inApp === "camera" ? "camera" : "album";
  if (url.hostname === "liff.line.me") return "liff";
  if (url.origin === new URL(lineOrigin).origin && url.pathname.startsWith("/liff/")) return "liff";
  if (!/^https?:$/u.test(url.protocol)) return "nothing";
  return url.hostname === "127.0.0.1" ? "page" : "outside";
}
