import {
  confirmCode,
  sendCode,
  setNewPassword,
  signInHost,
  signOutHost,
  watchSession,
  whoIsThere,
} from "../backend/host-auth.ts";
import type { HostAuth } from "../host/sign-in/host-auth.ts";

/** The real door of every page for hosts. */
export const hostAuth: HostAuth = {
  whoIsThere,
  signIn: signInHost,
  setNewPassword,
  sendCode,
  resetPassword: confirmCode,
  signOut: signOutHost,
  onChange: watchSession,
};
