/** What befell a call: each stand-in says it in its own service's words. */
export type MishapKind = "throttled" | "failed" | "dropped";

/** A call that went wrong on command. `dropped`: the connection is to be closed without an answer. */
export class Mishap extends Error {
  readonly kind: MishapKind;
  readonly action: string;
  /** The status that the plan wants in place of the service's own. */
  readonly status: number | undefined;

  constructor(kind: MishapKind, action: string, status?: number) {
    super(`${action} was ${kind} on command`);
    this.name = "Mishap";
    this.kind = kind;
    this.action = action;
    this.status = status;
  }
}
