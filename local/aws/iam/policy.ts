import * as z from "zod";
import { compileCondition, type Condition, type RequestContext } from "./condition.ts";
import { glob } from "./glob.ts";

export const strings = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const conditionValues = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
  .transform((value) => (Array.isArray(value) ? value.map(String) : [String(value)]));

export const statementMembers = {
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: strings.optional(),
  NotAction: strings.optional(),
  Resource: strings.optional(),
  NotResource: strings.optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValues)).optional(),
};
/** Strict: a member that this evaluator does not know (`Principal`, for one) must not be passed over in silence. */
const statementSchema = z.strictObject(statementMembers);

export function documentOf<Statement extends z.ZodType>(statement: Statement) {
  return z.strictObject({
    Version: z.string().optional(),
    Id: z.string().optional(),
    Statement: z.union([z.array(statement), statement.transform((one) => [one])]),
  });
}
const documentSchema = documentOf(statementSchema);

export type Statement = z.output<typeof statementSchema>;
/** An identity-based IAM policy as templates write it. */
export type PolicyDocument = z.input<typeof documentSchema>;
export type Decision = "allowed" | "explicitly denied" | "not allowed";
/** Tells whether a set of policies allows `action` on `resource`. */
export type Policies = (action: string, resource: string, context: RequestContext) => Decision;

interface CompiledStatement {
  readonly effect: "Allow" | "Deny";
  readonly covers: (action: string, resource: string) => boolean;
  readonly condition: Condition;
}

/** Throws when a document has a form that is not supported here. */
export function readStatements(document: unknown): readonly Statement[] {
  return documentSchema.parse(document).Statement;
}

/** Throws when a document has a form, a condition operator or a variable that is not supported here. */
export function compilePolicies(documents: readonly unknown[]): Policies {
  const statements = documents.flatMap(readStatements).map(compileStatement);
  return (action, resource, context) => {
    const matching = statements.filter((one) => one.covers(action, resource) && one.condition(context));
    if (matching.some((one) => one.effect === "Deny")) return "explicitly denied";
    return matching.length > 0 ? "allowed" : "not allowed";
  };
}

export function compileStatement(statement: Statement): CompiledStatement {
  const action = compileEither(statement.Action, statement.NotAction, "Action", "i");
  const resource = compileEither(statement.Resource, statement.NotResource, "Resource", "");
  return {
    effect: statement.Effect,
    covers: (actionName, arn) => action(actionName) && resource(arn),
    condition: compileCondition(statement.Condition ?? {}),
  };
}

function compileEither(
  wanted: readonly string[] | undefined,
  unwanted: readonly string[] | undefined,
  member: "Action" | "Resource",
  flags: "" | "i",
): (value: string) => boolean {
  if ((wanted === undefined) === (unwanted === undefined)) {
    throw new Error(`An IAM statement needs either ${member} or Not${member}`);
  }
  const matches = (wanted ?? unwanted ?? []).map((pattern) => {
    if (pattern.includes("${"))
      throw new Error(`IAM policy variable in "${pattern}" is not supported locally`);
    return glob(pattern, flags);
  });
  const any = (value: string) => matches.some((match) => match(value));
  return wanted === undefined ? (value) => !any(value) : any;
}
