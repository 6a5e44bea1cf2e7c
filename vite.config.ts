import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "src",
  publicDir: "../public",
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    // Fonts stay files: only the ones a page really uses are fetched.
    assetsInlineLimit: 2048,
    reportCompressedSize: false,
  },
});
