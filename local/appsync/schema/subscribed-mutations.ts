import type { GraphQLSchema } from "graphql";
import { stringsOf } from "./api-schema.ts";

/** Names of mutations by the subscription that `@aws_subscribe` ties to them; refuses what AppSync refuses at deployment. */
export function subscribedMutations(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  return new Map(
    subscriptions.map((field) => {
      const directive = field.astNode?.directives?.find((node) => node.name.value === "aws_subscribe");
      const names = directive ? stringsOf(directive, "mutations") : [];
      for (const name of names) {
        const mutation = mutations[name];
        if (!mutation) throw new Error(`Subscription.${field.name} names the unknown mutation ${name}`);
        const same = String(mutation.type).replace(/!$/, "") === String(field.type).replace(/!$/, "");
        if (!same) {
          throw new Error(
            `Subscription.${field.name} returns ${String(field.type)}, but mutation ${name} returns ${String(mutation.type)}`,
          );
        }
      }
      return [field.name, names] as const;
    }),
  );
}
