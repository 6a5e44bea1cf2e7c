import { createSessionShelf } from "../backend/session-shelf.ts";
import type { SessionParts } from "../backend/session-use.ts";
import { startSession } from "../backend/session.ts";
import { pageLogin } from "./page-login.ts";

/** How the guests' pages come by a session. It lies in the tab's own storage and ends with the tab. */
export const sessionParts: SessionParts = {
  login: pageLogin,
  shelf: createSessionShelf(sessionStorage, Date.now),
  start: startSession,
};
