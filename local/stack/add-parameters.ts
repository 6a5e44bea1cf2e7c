import type { Parameters } from "../aws/ssm/parameters.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { record } from "../cloudformation/assembly.ts";
import { object, text } from "./template-values.ts";

/**
 * Parameters of the templates, and the secrets where Amplify's functions look for them: each function carries the
 * paths in AMPLIFY_SSM_ENV_CONFIG. A secret without a local value stops the start.
 */
export function addParameters(
  deployment: Deployment,
  parameters: Parameters,
  secrets: Readonly<Record<string, string>>,
): void {
  for (const { properties } of deployment.all("AWS::SSM::Parameter")) {
    parameters.put(text(properties, "Name"), text(properties, "Value"), "String");
  }
  for (const { identity, properties } of deployment.all("AWS::Lambda::Function")) {
    const config = object(object(properties, "Environment"), "Variables")["AMPLIFY_SSM_ENV_CONFIG"];
    const wanted = typeof config === "string" ? record(JSON.parse(config)) : {};
    for (const [name, where] of Object.entries(wanted)) {
      const value = secrets[name];
      if (value === undefined)
        throw new Error(`${identity.ref} asks for the secret ${name}, which has no local value`);
      parameters.put(text(record(where), "path"), value, "SecureString");
    }
  }
}
