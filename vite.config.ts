import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type Rolldown } from "vite";

export default defineConfig({
  root: "src",
  publicDir: "../public",
  plugins: [react(), hastenGuests()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    // Fonts stay files: only the ones a page really uses are fetched.
    assetsInlineLimit: 2048,
    reportCompressedSize: false,
  },
});

/** A guest's page is one of these, with what comes before it. */
const guestPages = { me: "me/me-page.tsx", photo: "my-photo/my-photo-page.tsx" };
const liff = "app/start-liff.ts";

/**
 * On a phone each question of a script for the next one costs a way to the server and back. So the page itself asks for
 * all files of the guest's page that its address means, and for what was deployed, before any script runs
 * (`src/index.html` has the place for their names). The board and the hosts' pages load nothing of it.
 */
function hastenGuests(): Plugin {
  return {
    name: "hasten-guests",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const files = (page: string): readonly string[] => filesOf(bundle, [liff, page]);
        const named = { me: files(guestPages.me), photo: files(guestPages.photo) };
        const place = "{ me: [], photo: [] }";
        if (!html.includes(place)) throw new Error("index.html has no place for the files of guests' pages");
        return html.replace(place, JSON.stringify(named));
      },
    },
  };
}

/** The scripts and styles that modules need before they run, from the site's root. */
function filesOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): readonly string[] {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== "chunk" || files.has(`/${name}`)) return;
    files.add(`/${name}`);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(`/${style}`);
    for (const imported of chunk.imports) add(imported);
  };
  for (const module of modules) {
    const own = Object.values(bundle).find(
      (chunk) => chunk.type === "chunk" && chunk.facadeModuleId?.endsWith(`/src/${module}`),
    );
    if (own === undefined) throw new Error(`no file of the build begins with ${module}`);
    add(own.fileName);
  }
  return [...files];
}
