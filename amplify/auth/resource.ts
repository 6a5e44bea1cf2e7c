import { defineAuth } from "@aws-amplify/backend";

/** Hosts sign in by e-mail. `nobody` never gets a member: it is the rule of operations that only functions call. */
export const auth = defineAuth({
  loginWith: { email: true },
  groups: ["hosts", "nobody"],
});
