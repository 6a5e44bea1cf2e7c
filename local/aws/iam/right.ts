import { type PolicyDocument, readStatements, type Statement } from "./policy.ts";

/** The smallest thing that a policy grants: one action on one resource, as the policy writes them. */
export interface Right {
  readonly action: string;
  readonly resource: string;
}

/** Everything that the documents allow, in their order; throws for a statement that is not a plain list. */
export function rightsOf(documents: readonly PolicyDocument[]): readonly Right[] {
  const rights = documents.flatMap(readStatements).flatMap(({ Effect, Action, Resource }) => {
    if (Effect === "Deny") return [];
    if (Action === undefined || Resource === undefined) {
      throw new Error("A statement with NotAction or NotResource cannot be taken apart");
    }
    return Resource.flatMap((resource) => Action.map((action) => ({ action, resource })));
  });
  return [...new Map(rights.map((right) => [`${right.action} ${right.resource}`, right])).values()];
}

/** The same documents without one right. */
export function withoutRight(documents: readonly PolicyDocument[], right: Right): readonly PolicyDocument[] {
  return documents.map((document) => ({
    Version: "2012-10-17",
    Statement: readStatements(document).flatMap((statement) => split(statement, right)),
  }));
}

/** A statement is a product of actions and resources: without one pair it takes two statements. */
function split(statement: Statement, { action, resource }: Right): Statement[] {
  const { Effect, Action = [], Resource = [] } = statement;
  if (Effect === "Deny" || !Action.includes(action) || !Resource.includes(resource)) return [statement];
  return [
    { ...statement, Resource: Resource.filter((one) => one !== resource) },
    { ...statement, Resource: [resource], Action: Action.filter((one) => one !== action) },
  ].filter(({ Action: actions, Resource: resources }) => actions?.length !== 0 && resources.length > 0);
}
