import { stage } from "./stage/stage.ts";

process.exitCode = await stage(process.argv.slice(2), {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
