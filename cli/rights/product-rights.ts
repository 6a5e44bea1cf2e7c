import { rightsOf } from "../../local/aws/iam/right.ts";
import type { Deployment } from "../../local/cloudformation/deployment.ts";
import { policiesOfRoles, type RoleRight } from "../../local/stack/add-roles.ts";

export interface ProductRight extends RoleRight {
  /** What the role belongs to: a function, a data source of the API, or users. */
  readonly owner: string;
}

/**
 * Every right of every role that works while the product runs: of its functions, of the API's data sources, of users.
 * Roles of Amplify's and the CDK's own providers work at deployment only.
 */
export function productRights(deployment: Deployment): readonly ProductRight[] {
  const owners = ownersOfRoles(deployment);
  return [...policiesOfRoles(deployment)].flatMap(([role, policies]) => {
    const owner = owners.get(role);
    return owner === undefined ? [] : rightsOf(policies).map((right) => ({ owner, role, ...right }));
  });
}

function ownersOfRoles(deployment: Deployment): ReadonlyMap<string, string> {
  const nameOf = (arn: unknown): string => String(arn).split("/").at(-1) ?? "";
  const own: unknown = JSON.parse(String(deployment.outputs()["definedFunctions"]));
  const names = new Set(Array.isArray(own) ? own.map(String) : []);
  return new Map([
    ...deployment
      .all("AWS::Lambda::Function")
      .filter(({ identity }) => names.has(identity.ref))
      .map(({ identity, properties }) => [nameOf(properties["Role"]), identity.ref] as const),
    ...deployment
      .all("AWS::AppSync::DataSource")
      .map(({ identity, properties }) => [nameOf(properties["ServiceRoleArn"]), identity.ref] as const),
    ...deployment
      .all("AWS::IAM::Role")
      .filter(({ properties }) => JSON.stringify(properties).includes("AssumeRoleWithWebIdentity"))
      .map(({ identity }) => [identity.ref, "users"] as const),
  ]);
}
