import type { Access } from "../auth/access.ts";
import { FieldError } from "../errors.ts";
import type { Fields } from "../shape.ts";
import type { Effects } from "../runtime/invocation.ts";
import type { AnswerError } from "./answer.ts";

const MOST_RESOLVERS = 10_000;

/** What one execution carries: who asks, and what its resolvers leave behind. */
export class RequestScope {
  readonly access: Access;
  readonly headers: Readonly<Record<string, string>>;
  readonly appended: AnswerError[] = [];
  readonly invalidations: { readonly subscriptionField: string; readonly payload: Fields }[] = [];
  /** Set once the field of a subscription has let its caller in. */
  subscribed?: { readonly args: Fields; readonly effects: Effects | undefined };
  #resolversLeft: number;
  readonly #limit: number;

  /** `resolverCountLimit`: 0 = AppSync's own limit. */
  constructor(access: Access, headers: Readonly<Record<string, string>>, resolverCountLimit: number) {
    this.access = access;
    this.headers = headers;
    this.#limit = resolverCountLimit || MOST_RESOLVERS;
    this.#resolversLeft = this.#limit;
  }

  countResolver(): void {
    this.#resolversLeft -= 1;
    if (this.#resolversLeft < 0) {
      throw new FieldError(
        `The request ran more than ${this.#limit} resolvers`,
        "ResolverCountLimitExceeded",
      );
    }
  }
}
