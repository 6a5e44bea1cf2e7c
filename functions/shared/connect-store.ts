import { createCeremonyStore } from "./adapters/ceremony-graphql.ts";
import { createGraphqlDoor, type GraphqlDoor } from "./adapters/graphql-door.ts";
import { createParameterReader } from "./adapters/ssm.ts";
import { awsEndpoint, createAwsFetch } from "./aws-fetch.ts";
import { type Environment, requireVariable } from "./env.ts";
import type { CeremonyStore } from "./ports/ceremony-store.ts";

/** The data behind the API whose address rests in the parameter; it is read with the first call. */
export function connectStore(env: Environment, urlParameter: string): CeremonyStore {
  return createCeremonyStore(connectDoor(env, urlParameter));
}

export function connectDoor(env: Environment, urlParameter: string): GraphqlDoor {
  const region = requireVariable(env, "AWS_REGION");
  const parameters = createAwsFetch(env, { service: "ssm", timeoutMs: 5_000 });
  const url = createParameterReader(
    parameters,
    awsEndpoint(env, "SSM", `https://ssm.${region}.amazonaws.com`),
    urlParameter,
  );
  return createGraphqlDoor({ fetch: createAwsFetch(env, { service: "appsync", timeoutMs: 10_000 }), url });
}
