import type { Identities } from "../aws/iam/identities.ts";
import type { PolicyDocument } from "../aws/iam/policy.ts";
import { type Right, withoutRight } from "../aws/iam/right.ts";
import { record } from "../cloudformation/assembly.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { addResourcePolicies } from "./add-resource-policies.ts";
import { list, text } from "./template-values.ts";

/** A right of a role, named by the role's physical name. */
export interface RoleRight extends Right {
  readonly role: string;
}

/** All policies of all roles by the role's physical name, those inside it and those attached to it. */
export function policiesOfRoles(deployment: Deployment): ReadonlyMap<string, readonly PolicyDocument[]> {
  const policies = new Map<string, PolicyDocument[]>();
  for (const { identity, properties } of deployment.all("AWS::IAM::Role")) {
    const inline = list(properties, "Policies").map((policy) =>
      policyDocument(record(policy)["PolicyDocument"]),
    );
    policies.set(identity.ref, inline);
  }
  for (const { properties } of deployment.all("AWS::IAM::Policy")) {
    for (const role of list(properties, "Roles"))
      policies.get(String(role))?.push(policyDocument(properties["PolicyDocument"]));
  }
  return policies;
}

/** Every role of the templates with its policies and its trust, and what resources themselves say. */
export function addRoles(deployment: Deployment, identities: Identities, missing?: RoleRight): void {
  const policies = policiesOfRoles(deployment);
  for (const { identity, properties } of deployment.all("AWS::IAM::Role")) {
    const own = policies.get(identity.ref) ?? [];
    identities.addRole({
      roleArn: String(identity.attributes["Arn"]),
      policies: missing?.role === identity.ref ? withoutRight(own, missing) : own,
      trust: properties["AssumeRolePolicyDocument"],
    });
  }
  addResourcePolicies(deployment, identities);
  for (const { properties } of deployment.all("AWS::Lambda::Function")) {
    identities.checkTrust(text(properties, "Role"), "lambda.amazonaws.com");
  }
  for (const { properties } of deployment.all("AWS::AppSync::DataSource")) {
    if ("ServiceRoleArn" in properties)
      identities.checkTrust(text(properties, "ServiceRoleArn"), "appsync.amazonaws.com");
  }
}

function policyDocument(value: unknown): PolicyDocument {
  // Checked in full by `addRole`, which refuses what it does not understand.
  return value as PolicyDocument;
}
