import { writeSync } from "node:fs";
import { contentOf } from "./disk-store.ts";
import { stores } from "./disk-stores.ts";

// Writes as fast as it can, and says each time what was accepted, until it is killed:
// `w ID` written, `r? ID` about to be removed, `r ID` removed.
const [name = "", directory = "", first = "0"] = process.argv.slice(2);
const store = await Object.entries(stores)
  .find(([known]) => known === name)?.[1]
  .open(directory);
if (store === undefined) throw new Error(`no store ${name}`);
const say = (line: string) => writeSync(1, `${line}\n`);

for (let number = Number(first); ; number += 1) {
  const id = `m${number}`;
  await store.write(id, contentOf(id));
  say(`w ${id}`);
  if (store.remove === undefined || number % 3 !== 0) continue;
  say(`r? ${id}`);
  await store.remove(id);
  say(`r ${id}`);
}
