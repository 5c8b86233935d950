// The parts gallery: every part in every state, for development and the browser tests. It is not
// part of the shipped build.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { FALLBACK_LOCALE, WordsProvider } from "../words";
import "../styles";
import { Gallery } from "./Gallery";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <WordsProvider locale={FALLBACK_LOCALE}>
        <Gallery />
      </WordsProvider>
    </StrictMode>,
  );
}
