import { defineAuth } from "@aws-amplify/backend";
import { codeBody, codeSubject, invitationBody, invitationSubject } from "./mails.ts";

/** Hosts sign in by e-mail. `nobody` never gets a member: it is the rule of operations that only functions call. */
export const auth = defineAuth({
  loginWith: {
    email: {
      userInvitation: { emailSubject: invitationSubject, emailBody: invitationBody },
      verificationEmailStyle: "CODE",
      verificationEmailSubject: codeSubject,
      verificationEmailBody: codeBody,
    },
  },
  groups: ["hosts", "nobody"],
});
