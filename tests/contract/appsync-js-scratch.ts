export const head = 'import { util } from "@aws-appsync/utils";';
export const tail = "export function response(ctx) { return ctx.result; }";

/** `rule` is the linter's without its prefix; left out where only the reference refuses the statement. */
export type Row = readonly [name: string, statement: string, says: string, rule?: string];

/** `statements` in the third line, inside the request handler. */
export function inRequest(statements: string): string {
  return [head, "export function request(ctx) {", statements, "  return {};", "}", tail].join("\n");
}
