/** What `Ref` and `Fn::GetAtt` mean in one stack. */
export interface Scope {
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  /** The unresolved expression of a named condition. */
  condition(name: string): unknown;
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => scope.ref(text(argument)),
  "Fn::GetAtt": (argument, scope) => {
    const [id, ...name] = typeof argument === "string" ? argument.split(".") : list(argument).map(text);
    return scope.attribute(id ?? "", name.join("."));
  },
  "Fn::Join": (argument, scope) => {
    const [separator, parts] = list(argument);
    return list(resolve(parts, scope)).map(text).join(text(separator));
  },
  "Fn::Split": (argument, scope) => {
    const [separator, whole] = list(argument);
    return text(resolve(whole, scope)).split(text(separator));
  },
  "Fn::Select": (argument, scope) => {
    const [index, values] = list(argument);
    return list(resolve(values, scope))[Number(index)];
  },
  "Fn::If": (argument, scope) => {
    const [name, yes, no] = list(argument);
    return resolve(resolve(scope.condition(text(name)), scope) === true ? yes : no, scope);
  },
  "Fn::Equals": (argument, scope) => {
    const [one, other] = list(argument);
    return resolve(one, scope) === resolve(other, scope);
  },
  "Fn::Not": (argument, scope) => resolve(list(argument)[0], scope) !== true,
  "Fn::And": (argument, scope) => list(argument).every((item) => resolve(item, scope) === true),
  "Fn::Or": (argument, scope) => list(argument).some((item) => resolve(item, scope) === true),
  Condition: (argument, scope) => resolve(scope.condition(text(argument)), scope),
  "Fn::Sub": (argument, scope) => {
    const [template, values] = typeof argument === "string" ? [argument, {}] : list(argument);
    const given = resolve(values, scope) as Record<string, unknown>;
    return text(template).replaceAll(/\$\{([^}]+)\}/g, (_whole, name: string) => {
      if (name.startsWith("!")) return `\${${name.slice(1)}}`;
      if (name in given) return text(given[name]);
      const [id, ...attribute] = name.split(".");
      return text(attribute.length === 0 ? scope.ref(name) : scope.attribute(id ?? "", attribute.join(".")));
    });
  },
};

/** A template value with its intrinsic functions worked out; an unknown function is an error by name. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && isIntrinsic(only[0], only[1])) {
    const intrinsic = intrinsics[only[0]];
    if (intrinsic === undefined) throw new Error(`the intrinsic function ${only[0]} is not supported here`);
    return intrinsic(only[1], scope);
  }
  const resolved = entries.map(([key, item]) => [key, resolve(item, scope)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
}

/** A policy statement also has a member `Condition`, but there it is an object. */
function isIntrinsic(name: string, argument: unknown): boolean {
  return name === "Ref" || name.startsWith("Fn::") || (name === "Condition" && typeof argument === "string");
}

/** What `Ref: AWS::NoValue` leaves behind: the member is dropped. */
export const NO_VALUE = Symbol("AWS::NoValue");

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`expected a list in a template, got ${JSON.stringify(value)}`);
  return value;
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Error(`expected a text in a template, got ${JSON.stringify(value)}`);
}
