import { isLiffStarted } from "./init-liff.ts";
import { createLineLogin, type LineLogin } from "./line-login.ts";
import { liff } from "./liff.ts";

/** The login of this page; of use once `initLiff` has resolved. */
export const pageLogin: LineLogin = createLineLogin({
  liff,
  isStarted: isLiffStarted,
  storage: sessionStorage,
  clock: Date.now,
  address: () => location.href,
});
