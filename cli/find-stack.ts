import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const endpointsSchema = z.object({
  lineApiUrl: z.string(),
  webhookUrl: z.string(),
  channelAccessToken: z.string(),
  liffUrl: z.string(),
  boardUrl: z.string(),
  hostUrl: z.string(),
  chatUrl: z.string(),
  graphqlUrl: z.string(),
  eventId: z.string(),
  region: z.string(),
  awsEndpointUrl: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  userPoolEndpoint: z.string(),
  host: z.object({ username: z.string(), password: z.string() }),
});
const settingsSchema = z.object({ ports: z.object({ main: z.number() }) });

/** The running local stack: on the given port, else where the one of this clone was last. Throws with what to do. */
export async function findStack(port: number | undefined): Promise<z.output<typeof endpointsSchema>> {
  const main = port ?? lastPort() ?? 4810;
  try {
    const response = await fetch(`http://127.0.0.1:${main}/local/endpoints.json`);
    return endpointsSchema.parse(await response.json());
  } catch (error) {
    throw new Error(
      `No Egao answers on port ${main}. Start it with "npm start", or name its port: --port N (npm start prints it).`,
      { cause: error },
    );
  }
}

function lastPort(): number | undefined {
  const path = join(fileURLToPath(new URL("..", import.meta.url)), ".egao", "settings.json");
  if (!existsSync(path)) return undefined;
  return settingsSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data?.ports.main;
}
