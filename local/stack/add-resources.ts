import type { Deployment } from "../cloudformation/deployment.ts";
import { addAlarms } from "./add-alarms.ts";
import { addParameters } from "./add-parameters.ts";
import { addQueues } from "./add-queues.ts";
import { addRoles, type RoleRight } from "./add-roles.ts";
import { addTables } from "./add-tables.ts";
import { addUserPool, type HostAccount } from "./add-user-pool.ts";
import type { Services } from "./open-services.ts";
import type { Settings } from "./settings.ts";

/** What the templates declare and needs no address: roles, tables, queues, buckets, parameters, users. */
export async function addResources(
  deployment: Deployment,
  services: Services,
  settings: Settings,
  withoutRight?: RoleRight,
): Promise<HostAccount> {
  addRoles(deployment, services.identities, withoutRight);
  await addTables(deployment, services.dynamoDb);
  addQueues(deployment, services.queues);
  addAlarms(deployment, services);
  for (const { identity } of deployment.all("AWS::S3::Bucket")) await services.s3.ensureBucket(identity.ref);
  addParameters(deployment, services.parameters, secretsOf(settings));
  return addUserPool(deployment, services, settings.host);
}

function secretsOf(settings: Settings): Readonly<Record<string, string>> {
  return {
    LINE_CHANNEL_SECRET: settings.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: settings.channelAccessToken,
    SESSION_KEY: settings.sessionKey,
    GUEST_ID_KEY: settings.guestIdKey,
  };
}
