import type { DirectiveNode, GraphQLSchema } from "graphql";
import { ACCOUNT_ID, REGION } from "../../aws/service.ts";
import type { AuthenticationMode } from "../options.ts";
import { objectTypes, stringsOf } from "../schema/api-schema.ts";
import type { Access } from "./access.ts";

/** Modes that may read a field; a list of groups limits the user pool to members of at least one. */
type Rule = ReadonlyMap<AuthenticationMode, readonly string[] | "anybody">;

export interface FieldRules {
  /** The signer of an IAM request needs `appsync:GraphQL` on a top-level field besides the directive. */
  allows(access: Access, typeName: string, fieldName: string): boolean;
}

const MODES: Readonly<Record<string, AuthenticationMode>> = {
  aws_api_key: "API_KEY",
  aws_iam: "AWS_IAM",
  aws_lambda: "AWS_LAMBDA",
  aws_oidc: "OPENID_CONNECT",
  aws_cognito_user_pools: "AMAZON_COGNITO_USER_POOLS",
  // Older form of the same, for APIs whose default is the user pool.
  aws_auth: "AMAZON_COGNITO_USER_POOLS",
};

function ruleOf(directives: readonly DirectiveNode[]): Rule | undefined {
  const rule = new Map<AuthenticationMode, readonly string[] | "anybody">();
  for (const directive of directives) {
    const mode = MODES[directive.name.value];
    if (!mode) continue;
    const groups = stringsOf(directive, "cognito_groups");
    rule.set(mode, groups.length > 0 ? groups : "anybody");
  }
  return rule.size > 0 ? rule : undefined;
}

function collectRules(schema: GraphQLSchema, defaultMode: AuthenticationMode): ReadonlyMap<string, Rule> {
  const undecorated: Rule = new Map([[defaultMode, "anybody"]]);
  const rules = new Map<string, Rule>();
  for (const type of objectTypes(schema)) {
    const nodes = [type.astNode, ...(type.extensionASTNodes ?? [])];
    const typeRule = ruleOf(nodes.flatMap((node) => node?.directives ?? [])) ?? undecorated;
    for (const field of Object.values(type.getFields())) {
      rules.set(`${type.name}.${field.name}`, ruleOf(field.astNode?.directives ?? []) ?? typeRule);
    }
  }
  return rules;
}

function ruleAllows(rule: Rule | undefined, access: Access): boolean {
  const groups = rule?.get(access.mode);
  if (groups === undefined) return false;
  return groups === "anybody" || groups.some((group) => access.groups.includes(group));
}

/** A field without a directive of its own follows its type, a type without one follows the default mode. */
export function fieldRules(
  schema: GraphQLSchema,
  defaultMode: AuthenticationMode,
  apiId: string,
): FieldRules {
  const rules = collectRules(schema, defaultMode);
  const roots = new Set(
    [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name),
  );
  return {
    allows(access, typeName, fieldName) {
      const name = `${typeName}.${fieldName}`;
      if (!ruleAllows(rules.get(name), access)) return false;
      const arn = `arn:aws:appsync:${REGION}:${ACCOUNT_ID}:apis/${apiId}/types/${typeName}/fields/${fieldName}`;
      if (access.deniedFields.includes(name) || access.deniedFields.includes(arn)) return false;
      return !access.caller || !roots.has(typeName) || mayCall(access.caller, arn);
    },
  };
}

function mayCall(caller: NonNullable<Access["caller"]>, arn: string): boolean {
  try {
    caller.authorize("appsync:GraphQL", arn);
    return true;
  } catch {
    return false;
  }
}
