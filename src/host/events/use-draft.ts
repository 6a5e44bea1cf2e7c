import { useCallback, useMemo, useState } from "react";
import { isSame, type SettingKey, type SettingsForm } from "./settings-form.ts";

/** A setting that was typed, and what was saved when the typing began. */
interface Typed {
  readonly value: unknown;
  readonly base: unknown;
}

/** What a host has typed over what is saved. */
export interface Draft {
  /** What is saved, with what was typed over it. */
  readonly form: SettingsForm;
  /** What differs from what is saved. */
  readonly changed: readonly SettingKey[];
  /** Of those, what another host has changed since it was typed. */
  readonly overtaken: readonly SettingKey[];
  readonly set: <K extends SettingKey>(key: K, value: SettingsForm[K]) => void;
  /** Takes a setting back to what is saved; all without `key`. */
  readonly drop: (key?: SettingKey) => void;
  /** These were saved as they stand in `sent`; what was typed since stays. */
  readonly settle: (keys: readonly SettingKey[], sent: SettingsForm) => void;
}

/**
 * What nobody typed follows what is saved, also when another host saves; what was typed stays. So nothing is lost and
 * nothing is overwritten unseen.
 */
export function useDraft(saved: SettingsForm): Draft {
  const [typed, setTyped] = useState<ReadonlyMap<SettingKey, Typed>>(new Map());
  const set = useCallback(
    <K extends SettingKey>(key: K, value: SettingsForm[K]) =>
      setTyped((before) =>
        isSame(value, saved[key])
          ? without(before, (each) => each === key)
          : new Map(before).set(key, { value, base: before.get(key)?.base ?? saved[key] }),
      ),
    [saved],
  );
  const drop = useCallback(
    (key?: SettingKey) => setTyped((before) => without(before, (each) => key === undefined || each === key)),
    [],
  );
  const settle = useCallback(
    (keys: readonly SettingKey[], sent: SettingsForm) =>
      setTyped((before) =>
        without(before, (each, { value }) => keys.includes(each) && isSame(value, sent[each])),
      ),
    [],
  );
  return useMemo(() => {
    const differing = [...typed].filter(([key, { value }]) => !isSame(value, saved[key]));
    return {
      form: { ...saved, ...Object.fromEntries(differing.map(([key, { value }]) => [key, value])) },
      changed: differing.map(([key]) => key),
      overtaken: differing.filter(([key, { base }]) => !isSame(base, saved[key])).map(([key]) => key),
      set,
      drop,
      settle,
    };
  }, [saved, typed, set, drop, settle]);
}

function without(
  typed: ReadonlyMap<SettingKey, Typed>,
  isGone: (key: SettingKey, one: Typed) => boolean,
): ReadonlyMap<SettingKey, Typed> {
  return new Map([...typed].filter(([key, one]) => !isGone(key, one)));
}
