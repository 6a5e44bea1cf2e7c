import { Switch } from "../../ui/switch.tsx";
import type { Remote } from "./use-remote.ts";
import { useRemoteWords } from "./use-remote-words.ts";

/** G8: ranking and wall one after the other, while one of them is on. */
export function TurnsSwitch({ remote: { stage, sending, press } }: { readonly remote: Remote }) {
  const words = useRemoteWords();
  const { name, alternates = false } = stage;
  if (name !== "ranking" && name !== "wall") return null;
  return (
    <Switch
      label={words.turns}
      hint={words.turnsHint}
      checked={alternates}
      onChange={(isOn) => {
        if (sending.kind === "idle") press({ name, alternates: isOn });
      }}
    />
  );
}
