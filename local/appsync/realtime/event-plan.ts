import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  GraphQLString,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";
import type { Access } from "../auth/access.ts";
import type { FieldRules } from "../auth/field-rules.ts";
import { Unauthorized, unsupportedLocally } from "../errors.ts";
import { fieldErrorEntry, nonNullMessage, type AnswerError } from "../execution/answer.ts";
import { fieldsOf, merged, type SelectionScope } from "../execution/selection.ts";
import { isRecord, own, type Fields } from "../shape.ts";

type Path = readonly (string | number)[];

interface PlannedField {
  readonly key: string;
  readonly name: string;
  readonly parentName: string;
  readonly type: GraphQLOutputType;
  readonly isDenied: boolean;
  readonly fields: readonly PlannedField[];
}

/** A subscription's selection, ready to be laid over any number of payloads. */
export interface EventPlan {
  /** The body of a `data` frame: `{data, errors?}` as JSON. */
  render(payload: unknown): string;
}

/** Thrown up to the nearest field that may be null. */
class NullHere extends Error {}

function planned(
  nodes: readonly FieldNode[],
  type: GraphQLObjectType,
  isAllowed: (typeName: string, fieldName: string) => boolean,
  scope: SelectionScope,
): readonly PlannedField[] {
  return [...merged(nodes)].map(([key, group]) => {
    const name = group[0]?.name.value ?? key;
    if (name === "__typename") {
      return { key, name, parentName: type.name, type: GraphQLString, isDenied: false, fields: [] };
    }
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name}.${name} passed validation but is not in the schema`);
    const named = getNamedType(field.type);
    if (!isLeafType(named) && !isObjectType(named))
      throw unsupportedLocally("A subscription to an interface or union");
    const inner = group.flatMap((node) => fieldsOf(node.selectionSet, scope));
    const fields = isObjectType(named) ? planned(inner, named, isAllowed, scope) : [];
    return {
      key,
      name,
      parentName: type.name,
      type: field.type,
      isDenied: !isAllowed(type.name, name),
      fields,
    };
  });
}

class Rendering {
  readonly errors: AnswerError[] = [];

  value(value: unknown, type: GraphQLOutputType, field: PlannedField, path: Path): unknown {
    if (isNonNullType(type)) {
      const inner = this.value(value, type.ofType, field, path);
      if (inner !== null) return inner;
      const message = nonNullMessage(getNamedType(type).name, field.parentName, path);
      if (!this.errors.some((error) => error.path?.join("/").startsWith(path.join("/")))) {
        this.errors.push({ path, locations: null, message });
      }
      throw new NullHere();
    }
    try {
      if (value === null || value === undefined) return null;
      if (isListType(type)) return this.#list(value, type.ofType, field, path);
      return field.fields.length > 0 ? this.object(value, field.fields, path) : value;
    } catch (error) {
      if (error instanceof NullHere) return null;
      throw error;
    }
  }

  #list(value: unknown, type: GraphQLOutputType, field: PlannedField, path: Path): unknown {
    return Array.isArray(value)
      ? value.map((item, index) => this.value(item, type, field, [...path, index]))
      : null;
  }

  object(source: unknown, fields: readonly PlannedField[], path: Path): Fields {
    return Object.fromEntries(
      fields.map((field) => {
        const { key, name, parentName, type, isDenied } = field;
        const here = [...path, key];
        if (name === "__typename") return [key, parentName];
        if (isDenied) this.errors.push(fieldErrorEntry(new Unauthorized(parentName, name), here, undefined));
        const value = isDenied || !isRecord(source) ? null : own(source, name);
        return [key, this.value(value, type, field, here)];
      }),
    );
  }
}

/**
 * Plans the one top-level field of a subscription for one kind of access: fields that the mutation did not select
 * are null, denied ones are null with an error.
 */
export function eventPlan(
  node: FieldNode,
  subscriptionType: GraphQLObjectType,
  rules: FieldRules,
  access: Access,
  scope: SelectionScope,
): EventPlan {
  const isAllowed = (typeName: string, fieldName: string) => rules.allows(access, typeName, fieldName);
  const [root] = planned([node], subscriptionType, isAllowed, scope);
  if (!root) throw new Error("A subscription has exactly one field");
  return {
    render(payload) {
      const rendering = new Rendering();
      let data: Fields | null;
      try {
        data = { [root.key]: rendering.value(payload, root.type, root, [root.key]) };
      } catch (error) {
        if (!(error instanceof NullHere)) throw error;
        data = null;
      }
      const { errors } = rendering;
      return JSON.stringify({ data, ...(errors.length > 0 && { errors }) });
    },
  };
}
