import { mostOfRehearsal } from "#domain/rehearsal";

export const sizeMembers = ["guests", "photos", "minutes"] as const;
export type SizeMember = (typeof sizeMembers)[number];
type Size = Readonly<Record<SizeMember, number>>;
/** As it is typed. */
export type WrittenSize = Readonly<Record<SizeMember, string>>;

export const presetNames = ["quick", "wedding", "large"] as const;
export type PresetName = (typeof presetNames)[number];

const presets: Readonly<Record<PresetName, Size>> = {
  quick: { guests: 20, photos: 40, minutes: 2 },
  wedding: { guests: 80, photos: 200, minutes: 5 },
  large: { guests: 500, photos: 2_500, minutes: 30 },
};

export function writtenPreset(name: PresetName): WrittenSize {
  const { guests, photos, minutes } = presets[name];
  return { guests: String(guests), photos: String(photos), minutes: String(minutes) };
}

/** The preset that is typed, if it is one. */
export const presetOf = (written: WrittenSize): PresetName | "own" =>
  presetNames.find((name) =>
    sizeMembers.every((member) => Number(written[member]) === presets[name][member]),
  ) ?? "own";

/** Undefined: no number that a rehearsal may have. */
export function readMember(member: SizeMember, written: string): number | undefined {
  const value = Number(written);
  const isIn = Number.isInteger(value) && value >= 1 && value <= mostOfRehearsal[member];
  return written.trim() !== "" && isIn ? value : undefined;
}
