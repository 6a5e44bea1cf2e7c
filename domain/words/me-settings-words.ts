/** The words of a guest's page about what the guest decides: name, screen, language, and going. */
export interface MeSettingsWords {
  readonly title: string;
  readonly failed: string;
  readonly name: {
    readonly label: string;
    readonly hint: string;
    readonly save: string;
    readonly saved: (name: string) => string;
    /** Nothing visible was entered. */
    readonly missing: string;
    /** N2 */
    readonly held: (chosen: string, shown: string) => string;
    /** N3 */
    readonly byHost: string;
  };
  readonly screen: {
    readonly label: string;
    readonly on: string;
    readonly off: string;
    readonly nowOn: string;
    readonly nowOff: string;
  };
  readonly language: string;
  readonly privacy: string;
  readonly leaving: {
    readonly open: string;
    readonly title: string;
    readonly note: (photos: number) => string;
    readonly stays: string;
    readonly keep: string;
    readonly next: string;
    /** The second question. */
    readonly sure: string;
    readonly sureNote: string;
    readonly now: string;
    readonly failed: string;
    readonly close: string;
    readonly goodbye: string;
    readonly goodbyeNote: string;
  };
}
