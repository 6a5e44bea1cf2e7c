import { setUp } from "../../cli/line-setup/line-setup.ts";
import type { Channel } from "../../cli/line-setup/open-channel.ts";
import { readOptions } from "../../cli/line-setup/options.ts";
import type { Stage } from "./line-harness.ts";

const LIFF_ID = "1234567890-AbcdEfgh";

export interface Told {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs the command's work on the stage's channel; rejects with what LINE refuses. */
export async function runSetup(stage: Stage, words = "", channel: Partial<Channel> = {}): Promise<Told> {
  const options = readOptions(words.split(" ").filter(Boolean));
  if (options === "help") throw new Error("asked for help");
  const said: string[] = [];
  const complained: string[] = [];
  const opened: Channel = { api: stage.api, blob: stage.blob, isLocal: true, liffId: LIFF_ID, ...channel };
  const code = await setUp(opened, options, {
    print: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}
