export interface ErrorDetail {
  readonly message: string;
  readonly property?: string;
}

/** An answer with an error status in LINE's form: `{message, details?}`. */
export class LineError extends Error {
  readonly status: number;
  readonly details: readonly ErrorDetail[];
  readonly headers: Readonly<Record<string, string>>;
  /** Further members of the body, for example `sentMessages` of a 409. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    message: string,
    more: {
      details?: readonly ErrorDetail[];
      headers?: Record<string, string>;
      members?: Record<string, unknown>;
    } = {},
  ) {
    super(message);
    this.name = "LineError";
    this.status = status;
    this.details = more.details ?? [];
    this.headers = more.headers ?? {};
    this.members = more.members ?? {};
  }

  body(): Record<string, unknown> {
    const details = this.details.length > 0 ? { details: this.details } : {};
    return { message: this.message, ...details, ...this.members };
  }
}

/** What LINE can do and this stand-in cannot: loud, and never mistaken for LINE's own answer. */
export function unsupported(what: string): LineError {
  return new LineError(501, `${what} is not supported by the local LINE stand-in`);
}
