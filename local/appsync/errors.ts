/** An error of one field: an entry of `errors` in an answer with status 200. */
export class FieldError extends Error {
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;

  constructor(
    message: string,
    errorType: string | null = null,
    data: unknown = null,
    errorInfo: unknown = null,
  ) {
    super(message);
    this.name = "FieldError";
    this.errorType = errorType;
    this.data = data;
    this.errorInfo = errorInfo;
  }
}

/** Denied access to one field. The message names the field, which only the caller of the handler knows. */
export class Unauthorized extends FieldError {
  constructor(typeName = "", fieldName = "") {
    super(`Not Authorized to access ${fieldName} on type ${typeName}`, "Unauthorized");
  }
}

/** A refusal of the whole request: `{"errors":[{"errorType","message"}]}` with a status other than 200. */
export class RequestError extends Error {
  readonly status: number;
  readonly errorType: string;

  constructor(status: number, errorType: string, message: string) {
    super(message);
    this.name = errorType;
    this.status = status;
    this.errorType = errorType;
  }
}

/** A refusal of the real-time channel that has no type: `{message, errorCode: 400}`. */
export class ChannelError extends Error {
  override readonly name = "ChannelError";
}

const NOT_AUTHORIZED = "You are not authorized to make this call.";

export function unauthorized(message: string = NOT_AUTHORIZED): RequestError {
  return new RequestError(401, "UnauthorizedException", message);
}

export function malformed(message: string): RequestError {
  return new RequestError(400, "MalformedHttpRequestException", message);
}

/** AppSync has it, this stand-in does not: said by name instead of a silent wrong answer. */
export function unsupportedLocally(what: string): FieldError {
  return new FieldError(`${what} is not supported by the local AppSync stand-in`, "NotSupportedLocally");
}
