// How the interface is built: one page for the program, and a second page, the parts gallery,
// which exists only in development and for the browser tests.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  clearScreen: false,
  // The catalogue of words lives beside the Rust crate that also reads it.
  server: { port: 5173, strictPort: true, host: "127.0.0.1", fs: { allow: [".."] } },
  build: {
    target: ["chrome120", "safari17"],
    // Fonts stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: mode === "gallery" ? "gallery.html" : "index.html" },
  },
}));
