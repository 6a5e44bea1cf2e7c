import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, Route, Routes, useLocation } from "react-router";
import { Toasts } from "../../ui/toasts.tsx";
import { LanguageProvider } from "../shell/language.tsx";
import { SignalsProvider } from "../shell/signals.tsx";

/** For tests: a page of the host at its address, in Japanese; elsewhere stands the address itself. */
export function openHostPage(page: ReactNode, path: string, at: string): void {
  localStorage.setItem("egao:host:language", "ja");
  render(
    <LanguageProvider>
      <MemoryRouter initialEntries={[at]}>
        <SignalsProvider>
          <Toasts>
            <Routes>
              <Route path={path} element={page} />
              <Route path="*" element={<Elsewhere />} />
            </Routes>
          </Toasts>
        </SignalsProvider>
      </MemoryRouter>
    </LanguageProvider>,
  );
}

function Elsewhere() {
  return <p>at {useLocation().pathname}</p>;
}
