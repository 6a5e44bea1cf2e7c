/**
 * The public part of the LINE channels; the secret part is `secret()` in the functions. `LIFF_ID` is set where the
 * backend is deployed; its default belongs to the local stand-in.
 */
const liffId = process.env["LIFF_ID"] ?? "1234567890-AbcdEfgh";

export const line = {
  liffId,
  /** A LIFF id begins with the id of its LINE Login channel. */
  loginChannelId: liffId.replace(/-.*$/, ""),
  apiBaseUrl: "https://api.line.me",
  dataApiBaseUrl: "https://api-data.line.me",
};
