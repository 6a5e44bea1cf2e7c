/**
 * The public part of the LINE channels; the secret part is `secret()` in the functions. `LIFF_ID` and
 * `LINE_BOT_BASIC_ID` are set where the backend is deployed; the default of the first belongs to the local stand-in.
 */
const liffId = process.env["LIFF_ID"] ?? "1234567890-AbcdEfgh";

export const line = {
  liffId,
  /** `@…`, by which guests find the bot; without it pages offer no link to the chat. */
  botBasicId: process.env["LINE_BOT_BASIC_ID"],
  /** A LIFF id begins with the id of its LINE Login channel. */
  loginChannelId: liffId.replace(/-.*$/, ""),
  apiBaseUrl: "https://api.line.me",
  dataApiBaseUrl: "https://api-data.line.me",
};
