import type { MailTemplates } from "../aws/cognito/outbox.ts";
import { object, text } from "./template-values.ts";

/** What a user pool of the templates writes in its mails. Throws where it says nothing, or wants links. */
export function mailTemplates(pool: Readonly<Record<string, unknown>>): MailTemplates {
  const invitation = object(object(pool, "AdminCreateUserConfig"), "InviteMessageTemplate");
  const code = object(pool, "VerificationMessageTemplate");
  if (code["DefaultEmailOption"] !== "CONFIRM_WITH_CODE")
    throw new Error("only codes are sent locally, no links");
  return {
    invitation: { subject: text(invitation, "EmailSubject"), body: text(invitation, "EmailMessage") },
    "reset-code": { subject: text(code, "EmailSubject"), body: text(code, "EmailMessage") },
  };
}
