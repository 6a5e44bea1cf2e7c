import { visit, type ASTNode, type DocumentNode, type GraphQLError } from "graphql";

type Rewrite = (match: readonly string[]) => string;

// AppSync validates with graphql-java: the same findings in other words.
const REWRITES: readonly (readonly [RegExp, Rewrite])[] = [
  [
    /^Cannot query field "(.+?)" on type "(.+?)"/,
    ([, field, type]) => `FieldUndefined: Field '${field}' in type '${type}' is undefined`,
  ],
  [
    /^Unknown argument "(.+?)" on field "(.+?)"/,
    ([, name]) => `UnknownArgument: Unknown field argument ${name}`,
  ],
  [
    /^Field "(.+?)" argument "(.+?)" of type .+ is required/,
    ([, , name]) => `MissingFieldArgument: Missing field argument ${name}`,
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection of subfields/,
    ([, field, type]) => `SubSelectionRequired: Sub selection required for type ${type} of field ${field}`,
  ],
  [
    /^Field "(.+?)" must not have a selection since type "(.+?)"/,
    ([, field, type]) =>
      `SubSelectionNotAllowed: Sub selection not allowed on leaf type ${type} of field ${field}`,
  ],
  [/^Unknown type "(.+?)"/, ([, type]) => `UnknownType: Unknown type ${type}`],
  [/^Variable "\$(.+?)" is not defined/, ([, name]) => `UndefinedVariable: Undefined variable ${name}`],
];

function findingOf(message: string): string {
  for (const [pattern, rewrite] of REWRITES) {
    const match = pattern.exec(message);
    if (match) return rewrite(match);
  }
  return `WrongType: ${message}`;
}

function nameIn(node: ASTNode): readonly string[] {
  return node.kind === "Field" || node.kind === "FragmentDefinition" ? [node.name.value] : [];
}

/** Names of the fields from an operation (or of a fragment) down to a node: `score/faces/left`. */
function pathTo(target: ASTNode, document: DocumentNode): string {
  let path: readonly string[] = [];
  const open: ASTNode[] = [];
  visit(document, {
    enter(node) {
      open.push(node);
      if (node === target) path = open.flatMap(nameIn);
    },
    leave: () => void open.pop(),
  });
  return path.join("/");
}

export function validationMessage({ message, nodes }: GraphQLError, document: DocumentNode): string {
  const [node] = nodes ?? [];
  const path = node ? pathTo(node, document) : "";
  const place = path ? ` @ '${path}'` : "";
  return `Validation error of type ${findingOf(message)}${place}`;
}

/** Errors of variables, which graphql-java words without a type. */
export function variableMessage(message: string): string {
  const [, name, type] =
    /^Variable "\$(.+?)" of (?:required|non-null) type "(.+?)" (?:was not provided|must not be null)/.exec(
      message,
    ) ?? [];
  if (name) return `Variable '${name}' has coerced Null value for NonNull type '${type}'`;
  const [, invalid] = /^Variable "\$(.+?)" got invalid value/.exec(message) ?? [];
  return invalid ? `Variable '${invalid}' has an invalid value.` : message;
}
