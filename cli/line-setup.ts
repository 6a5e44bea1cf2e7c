import { lineSetup } from "./line-setup/line-setup.ts";

process.exitCode = await lineSetup(process.argv.slice(2), {
  // npm runs this in the clone; the person means the folder they are in.
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
