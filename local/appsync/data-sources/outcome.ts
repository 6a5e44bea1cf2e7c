/** What a data source hands to a response handler: `ctx.result` and, if it failed, `ctx.error`. */
export interface Outcome {
  readonly result: unknown;
  readonly error?: { readonly message: string; readonly type: string };
}
