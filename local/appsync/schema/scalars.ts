import { isIP } from "node:net";
import { GraphQLError, Kind, type GraphQLScalarType, type ValueNode } from "graphql";

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const OFFSET = String.raw`(?:Z|[+-]\d{2}:\d{2}(?::\d{2})?)`;

const texts: Readonly<Record<string, (text: string) => boolean>> = {
  AWSDate: (text) => new RegExp(`^${DAY}${OFFSET}?$`).test(text),
  AWSTime: (text) => new RegExp(`^${TIME}${OFFSET}?$`).test(text),
  AWSDateTime: (text) => new RegExp(`^${DAY}T${TIME}${OFFSET}$`).test(text),
  AWSEmail: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  AWSURL: (text) => URL.canParse(text),
  AWSPhone: (text) => /^\+?[\d\s\-().]{3,20}$/.test(text),
  AWSIPAddress: (text) => isIP(text.replace(/\/\d{1,3}$/, "")) !== 0,
};

export const AWS_SCALARS: readonly string[] = [...Object.keys(texts), "AWSTimestamp", "AWSJSON"];

function refuse(name: string, value: unknown): never {
  throw new GraphQLError(`Unable to parse \`${String(value)}\` as a valid ${name}.`);
}

function asText(name: string, value: unknown): string {
  return typeof value === "string" && texts[name]?.(value) ? value : refuse(name, value);
}

function asTimestamp(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : refuse("AWSTimestamp", value);
}

function parsedJson(value: unknown): unknown {
  if (typeof value !== "string") return refuse("AWSJSON", value);
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return refuse("AWSJSON", value);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

type Conversion = (value: unknown) => unknown;

function convert(name: string): { readonly input: Conversion; readonly output: Conversion } {
  if (name === "AWSTimestamp") return { input: asTimestamp, output: asTimestamp };
  if (name !== "AWSJSON")
    return { input: (value) => asText(name, value), output: (value) => asText(name, value) };
  const output = (value: unknown) =>
    typeof value === "string" && isJson(value) ? value : JSON.stringify(value);
  return { input: parsedJson, output };
}

function literal(name: string, node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT ? Number(node.value) : refuse(name, node.kind);
}

/** Gives AppSync's own scalars their checks: a resolver sees AWSJSON parsed, a client sees it as text. */
export function defineScalar(type: GraphQLScalarType): void {
  const { input, output } = convert(type.name);
  type.serialize = output;
  type.parseValue = input;
  type.parseLiteral = (node) => input(literal(type.name, node));
}
