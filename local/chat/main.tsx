import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@fontsource-variable/noto-sans-jp";
import "./styles/stage.css";
import "./styles/phone.css";
import "./styles/messages.css";
import "./styles/flex.css";
import { App } from "./stage/app.tsx";
import { language } from "./words/words.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
document.documentElement.lang = language;
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
