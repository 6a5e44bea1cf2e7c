/** A mail that Cognito would have sent. */
export interface OutboxMail {
  readonly to: string;
  readonly kind: "invitation" | "reset-code";
  readonly username: string;
  /** The temporary password or the code. */
  readonly secret: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

/** Nothing is sent anywhere: mails lie here for the developer to read. Newest last. */
export class Outbox {
  readonly #mails: OutboxMail[] = [];

  get mails(): readonly OutboxMail[] {
    return this.#mails;
  }

  send(mail: OutboxMail): void {
    this.#mails.push(mail);
    if (this.#mails.length > 100) this.#mails.shift();
  }
}

/** `hanako@example.com` → `h***@e***`, as Cognito tells where a code went. */
export function maskedEmail(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`;
}
