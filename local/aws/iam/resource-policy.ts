import * as z from "zod";
import { type Condition, type RequestContext } from "./condition.ts";
import { glob } from "./glob.ts";
import { compileStatement, type Decision, documentOf, statementMembers, strings } from "./policy.ts";

/** Who asks, as the policies of a resource see it. Neither member: anybody, unsigned. */
export interface Asking {
  /** The role's own ARN and that of its session. */
  readonly arns?: readonly string[];
  /** For example `cloudfront.amazonaws.com`. */
  readonly service?: string;
}

const principalSchema = z.union([
  z.literal("*"),
  z.strictObject({
    AWS: strings.optional(),
    Service: strings.optional(),
    Federated: strings.optional(),
  }),
]);
const statementSchema = z.strictObject({ ...statementMembers, Principal: principalSchema });
const documentSchema = documentOf(statementSchema);

/** A bucket's or queue's policy, a function's permissions; a role's trust, whose resource is the role itself. */
export type ResourcePolicyDocument = z.input<typeof documentSchema>;
export type ResourcePolicies = (
  asking: Asking,
  action: string,
  resource: string,
  context: RequestContext,
) => Decision;

interface Compiled {
  readonly effect: "Allow" | "Deny";
  readonly admits: (asking: Asking) => boolean;
  readonly covers: (action: string, resource: string) => boolean;
  readonly condition: Condition;
}

/** Throws for a form, a principal or a condition that is not supported here. */
export function compileResourcePolicies(documents: readonly unknown[]): ResourcePolicies {
  const statements = documents.flatMap((document) => documentSchema.parse(document).Statement.map(compile));
  return (asking, action, resource, context) => {
    const matching = statements.filter(
      (one) => one.admits(asking) && one.covers(action, resource) && one.condition(context),
    );
    if (matching.some(({ effect }) => effect === "Deny")) return "explicitly denied";
    return matching.length > 0 ? "allowed" : "not allowed";
  };
}

function compile({ Principal, ...statement }: z.output<typeof statementSchema>): Compiled {
  return { ...compileStatement(statement), admits: compilePrincipal(Principal) };
}

function compilePrincipal(principal: z.output<typeof principalSchema>): (asking: Asking) => boolean {
  if (principal === "*") return () => true;
  const { AWS = [], Service = [] } = principal;
  // An account stands for everybody in it whom his own policies allow: not for anybody by itself.
  const account = AWS.find((one) => /^(?:\d{12}|arn:aws:iam::\d{12}:root)$/.test(one));
  if (account !== undefined)
    throw new Error(`the account ${account} as a principal is not supported locally`);
  const names = AWS.map((pattern) => glob(pattern));
  return ({ arns = [], service }) =>
    AWS.includes("*") ||
    arns.some((arn) => names.some((matches) => matches(arn))) ||
    (service !== undefined && Service.includes(service));
}
