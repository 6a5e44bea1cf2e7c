import type { Identities } from "../aws/iam/identities.ts";
import type { PolicyDocument } from "../aws/iam/policy.ts";
import { record } from "../cloudformation/assembly.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { list } from "./template-values.ts";

/** Every role of the templates with the policies inside it and those attached to it. */
export function addRoles(deployment: Deployment, identities: Identities): void {
  const attached = new Map<string, PolicyDocument[]>();
  for (const { properties } of deployment.all("AWS::IAM::Policy")) {
    for (const role of list(properties, "Roles")) {
      const documents = attached.get(String(role)) ?? [];
      attached.set(String(role), [...documents, policyDocument(properties["PolicyDocument"])]);
    }
  }
  for (const { identity, properties } of deployment.all("AWS::IAM::Role")) {
    const inline = list(properties, "Policies").map((policy) =>
      policyDocument(record(policy)["PolicyDocument"]),
    );
    identities.addRole({
      roleArn: String(identity.attributes["Arn"]),
      policies: [...inline, ...(attached.get(identity.ref) ?? [])],
    });
  }
}

function policyDocument(value: unknown): PolicyDocument {
  // Checked in full by `addRole`, which refuses what it does not understand.
  return value as PolicyDocument;
}
