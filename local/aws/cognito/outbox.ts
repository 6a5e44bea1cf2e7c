/** A mail that Cognito would have sent. */
export interface OutboxMail {
  readonly to: string;
  readonly kind: MailKind;
  readonly username: string;
  /** The temporary password or the code. */
  readonly secret: string;
  readonly subject: string;
  /** HTML, as Cognito sends it. */
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

export type MailKind = "invitation" | "reset-code";

/** Subject and HTML with the places `{username}` and `{####}`. */
export interface MailTemplate {
  readonly subject: string;
  readonly body: string;
}

/** What Cognito writes when a pool says nothing. */
const defaults: Readonly<Record<MailKind, MailTemplate>> = {
  invitation: {
    subject: "Your temporary password",
    body: "Your username is {username} and temporary password is {####}.",
  },
  "reset-code": { subject: "Your verification code", body: "Your confirmation code is {####}" },
};

export type MailTemplates = Readonly<Partial<Record<MailKind, MailTemplate>>>;

/** Nothing is sent anywhere: mails lie here for the developer to read. Newest last. */
export class Outbox {
  readonly #mails: OutboxMail[] = [];
  readonly #onMail: (mail: OutboxMail) => void;

  constructor(onMail: (mail: OutboxMail) => void = () => {}) {
    this.#onMail = onMail;
  }

  get mails(): readonly OutboxMail[] {
    return this.#mails;
  }

  send(templates: MailTemplates, about: Omit<OutboxMail, "subject" | "body">): void {
    const { subject, body } = templates[about.kind] ?? defaults[about.kind];
    const fill = (template: string): string =>
      template.replaceAll("{username}", () => about.username).replaceAll("{####}", () => about.secret);
    const mail = { ...about, subject: fill(subject), body: fill(body) };
    this.#mails.push(mail);
    if (this.#mails.length > 100) this.#mails.shift();
    this.#onMail(mail);
  }
}

/** `hanako@example.com` → `h***@e***`, as Cognito tells where a code went. */
export function maskedEmail(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`;
}
