import { record } from "../cloudformation/assembly.ts";
import { text } from "./template-values.ts";

/**
 * What `ampx generate outputs` writes after a deployment (format 1.4), from the same stack outputs: the pages read
 * this one file, here and on AWS.
 */
export function amplifyOutputs(
  outputs: Readonly<Record<string, unknown>>,
  custom: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const declared = record(record(JSON.parse(text(outputs, "customOutputs")))["custom"]);
  return {
    version: "1.4",
    auth: {
      user_pool_id: text(outputs, "userPoolId"),
      user_pool_client_id: text(outputs, "webClientId"),
      identity_pool_id: text(outputs, "identityPoolId"),
      aws_region: text(outputs, "authRegion"),
      username_attributes: JSON.parse(text(outputs, "usernameAttributes")),
      user_verification_types: JSON.parse(text(outputs, "verificationMechanisms")),
      unauthenticated_identities_enabled: outputs["allowUnauthenticatedIdentities"] === "true",
      groups: JSON.parse(text(outputs, "groups")),
    },
    data: {
      url: text(outputs, "awsAppsyncApiEndpoint"),
      aws_region: text(outputs, "awsAppsyncRegion"),
      api_key: text(outputs, "awsAppsyncApiKey"),
      default_authorization_type: text(outputs, "awsAppsyncAuthenticationType"),
      authorization_types: text(outputs, "awsAppsyncAdditionalAuthenticationTypes").split(","),
    },
    custom: { ...declared, ...custom },
  };
}
