import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { needsLiff } from "./liff/needs-liff.ts";
import { openPage } from "./liff/open-page.ts";

/** LIFF reads and changes the address, so it runs before the router looks at it; the board never loads it. */
async function prepare(): Promise<void> {
  const address = new URL(location.href);
  const open = openPage(address);
  if (open !== null) history.replaceState(null, "", open);
  if (open !== null || !needsLiff(address)) return;
  const { startLiff } = await import("./app/start-liff.ts");
  await startLiff();
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html holds no #root");
await prepare();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
