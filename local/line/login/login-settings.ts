import type { Clock } from "../../aws/service.ts";
import type { LineUsers } from "./line-users.ts";

export interface LineLoginSettings {
  readonly clock: Clock;
  /** Where the keys are kept, so that tokens outlive a restart; without it they live in memory. */
  readonly directory?: string;
  /** Channel id of the LINE Login channel: the audience of every ID token. */
  readonly loginChannelId: string;
  /** Checked when a client sends `client_secret`; LIFF itself proves its login by PKCE alone. */
  readonly channelSecret?: string;
  /** `{loginChannelId}-{8 characters}`, as the SDK demands. */
  readonly liffId: string;
  /** Where the LIFF app lives, for example `http://127.0.0.1:8080/`; known once the pages are served. */
  readonly liffEndpointUrl: () => string;
  readonly users: LineUsers;
}

export const idTokenLifeMs = 60 * 60 * 1000;
export const accessTokenLifeMs = 12 * 60 * 60 * 1000;
export const codeLifeMs = 10 * 60 * 1000;
export const loginIssuer = "https://access.line.me";
export const loginScope = "openid profile";
