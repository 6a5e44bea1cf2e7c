import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { findStack } from "./find-stack.ts";
import { PhoneLine } from "./phone-line.ts";
import { cardText } from "./card-text.ts";

const usage = `npm run send -- PHOTO… --as NAME [--port N] [--wait SECONDS]
  sends photos, several of them in one go, as a guest of the running local Egao and prints what the bot answered`;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: "string" },
      port: { type: "string" },
      wait: { type: "string", default: "60" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || positionals.length === 0 || values.as === undefined) throw new Error(usage);
  const pictures = await Promise.all(positionals.map(readPhoto));
  const { lineApiUrl } = await findStack(values.port === undefined ? undefined : Number(values.port));
  const line = new PhoneLine(lineApiUrl);
  const userId = await line.userNamed(values.as);
  const messages = await line.sendPictures(userId, pictures, Number(values.wait) * 1000);
  for (const message of messages) console.log(cardText(message));
}

/** npm runs this in the clone; the person means the folder they are in. */
async function readPhoto(path: string): Promise<Buffer> {
  return readFile(resolve(process.env["INIT_CWD"] ?? ".", path)).catch(() => {
    throw new Error(`There is no photo at ${path}.`);
  });
}
