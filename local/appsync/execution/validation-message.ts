type Rewrite = (match: readonly string[]) => string;

// AppSync validates with graphql-java: the same findings in other words.
const REWRITES: readonly (readonly [RegExp, Rewrite])[] = [
  [
    /^Cannot query field "(.+?)" on type "(.+?)"/,
    ([, field, type]) => `FieldUndefined: Field '${field}' in type '${type}' is undefined @ '${field}'`,
  ],
  [
    /^Unknown argument "(.+?)" on field "(.+?)"/,
    ([, name]) => `UnknownArgument: Unknown field argument ${name}`,
  ],
  [
    /^Field "(.+?)" argument "(.+?)" of type .+ is required/,
    ([, field, name]) => `MissingFieldArgument: Missing field argument ${name} @ '${field}'`,
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection of subfields/,
    ([, field, type]) =>
      `SubSelectionRequired: Sub selection required for type ${type} of field ${field} @ '${field}'`,
  ],
  [
    /^Field "(.+?)" must not have a selection since type "(.+?)"/,
    ([, field, type]) =>
      `SubSelectionNotAllowed: Sub selection not allowed on leaf type ${type} of field ${field} @ '${field}'`,
  ],
  [/^Unknown type "(.+?)"/, ([, type]) => `UnknownType: Unknown type ${type}`],
  [/^Variable "\$(.+?)" is not defined/, ([, name]) => `UndefinedVariable: Undefined variable ${name}`],
];

export function validationMessage(message: string): string {
  for (const [pattern, rewrite] of REWRITES) {
    const match = pattern.exec(message);
    if (match) return `Validation error of type ${rewrite(match)}`;
  }
  return `Validation error of type WrongType: ${message}`;
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
