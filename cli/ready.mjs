// Runs before anything is installed, so it uses Node alone: installs what is missing, then runs the given command.
//   node cli/ready.mjs COMMAND [ARGUMENT…]      COMMAND is looked up in node_modules/.bin
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const clone = fileURLToPath(new URL("..", import.meta.url));

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Egao needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Whether node_modules holds exactly what package-lock.json asks for, by npm's own record of the last install. */
function isInstalled() {
  const record = join(clone, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(clone, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer, inBundle }]) => {
    // What a package brings in its own tarball is as it is there, whatever the lock file says.
    if (path === "" || inBundle === true) return true;
    // Builds for other platforms and optional peers are left out by npm.
    if (present[path] === undefined) return optional === true || devOptional === true || peer === true;
    return present[path].version === version;
  });
}

if (!isInstalled()) {
  console.log("Installing what is missing (npm ci); this takes a few minutes, once …");
  // The tools that start and test everything are development packages, also where NODE_ENV says "production".
  const { status } = spawnSync(
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: clone,
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  cwd: clone,
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, PATH: `${join(clone, "node_modules", ".bin")}${delimiter}${process.env.PATH}` },
});
// Ctrl-C reaches the whole process group by itself; this one waits for the child to end in order.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
