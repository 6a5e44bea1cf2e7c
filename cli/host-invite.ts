import { hostInvite } from "./host-invite/host-invite.ts";

process.exitCode = await hostInvite(process.argv.slice(2), {
  // npm runs this in the clone; the person means the folder they are in.
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
