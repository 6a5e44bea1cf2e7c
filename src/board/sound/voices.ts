import type { Note, Voice } from "./score.ts";

/** A note as it is played: `at` in seconds of the context's clock, and where it is heard. */
export interface Played {
  readonly context: BaseAudioContext;
  readonly to: AudioNode;
  readonly at: number;
  readonly hertz: number;
  readonly lasts: number;
  readonly loudness: number;
}

type Play = (played: Played) => void;

const hertzOf = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12);

/** Plays a note of a moment that begins at `begins`, in seconds of the context's clock. */
export function playNote(context: BaseAudioContext, to: AudioNode, note: Note, begins: number): void {
  const { voice, pitch, at, lasts, loudness } = note;
  voices[voice]({ context, to, at: begins + at, hertz: hertzOf(pitch), lasts, loudness });
}

/** Partials as frequency, loudness and share of the note's length. */
type Partials = readonly (readonly [number, number, number])[];

const BELL: Partials = [
  [1, 0.6, 1],
  [2, 0.22, 0.7],
  [2.76, 0.14, 0.4],
  [5.4, 0.06, 0.16],
];

function bell(played: Played): void {
  for (const [times, share, life] of BELL)
    tone({ ...played, hertz: played.hertz * times, lasts: played.lasts * life }, "sine", share, 0.006);
}

function koto(played: Played): void {
  const { context, to, at, lasts, hertz } = played;
  const body = filter(context, to, "lowpass", hertz * 7);
  body.frequency.setValueAtTime(hertz * 7, at);
  body.frequency.exponentialRampToValueAtTime(hertz * 1.5, at + lasts * 0.6);
  tone({ ...played, to: body }, "triangle", 0.7, 0.003);
  tone({ ...played, to: body, lasts: lasts * 0.35 }, "sawtooth", 0.12, 0.003);
}

function drum(played: Played): void {
  const { context, to, hertz, loudness } = played;
  const skin = tone({ ...played, hertz: hertz * 1.7 }, "sine", 1, 0.004);
  skin.frequency.exponentialRampToValueAtTime(hertz, played.at + 0.09);
  noise({ ...played, to: filter(context, to, "lowpass", 900), lasts: 0.07, loudness: loudness * 0.5 });
}

function snare(played: Played): void {
  const { context, to, hertz, loudness } = played;
  noise({ ...played, to: filter(context, to, "bandpass", 1_900) });
  tone({ ...played, hertz, loudness: loudness * 0.6, lasts: 0.09 }, "sine", 1, 0.003);
}

function wood(played: Played): void {
  const { context, to, hertz } = played;
  tone(played, "sine", 0.8, 0.002);
  noise({ ...played, to: filter(context, to, "bandpass", hertz * 2), lasts: 0.03 });
}

function brass(played: Played): void {
  const { context, to, at, hertz, lasts, loudness } = played;
  const bright = filter(context, to, "lowpass", hertz * 2);
  bright.frequency.setValueAtTime(hertz, at);
  bright.frequency.linearRampToValueAtTime(hertz * 5, at + 0.07);
  bright.frequency.linearRampToValueAtTime(hertz * 2.5, at + Math.max(0.1, lasts));
  const breath = context.createGain();
  breath.gain.setValueAtTime(0, at);
  breath.gain.linearRampToValueAtTime(loudness * 0.28, at + 0.035);
  breath.gain.setValueAtTime(loudness * 0.28, at + Math.max(0.04, lasts * 0.75));
  breath.gain.linearRampToValueAtTime(0, at + lasts + 0.12);
  breath.connect(bright);
  // Two players are never quite in tune.
  for (const cents of [-5, 5]) {
    const reed = new OscillatorNode(context, { type: "sawtooth", frequency: hertz, detune: cents });
    reed.connect(breath);
    run(reed, at, lasts + 0.15);
  }
}

const voices: Readonly<Record<Voice, Play>> = { bell, koto, drum, snare, wood, brass };

/** Something that is struck: it begins at once and dies away. */
function tone(
  { context, to, at, hertz, lasts, loudness }: Played,
  type: OscillatorType,
  share: number,
  attack: number,
): OscillatorNode {
  const oscillator = new OscillatorNode(context, { type, frequency: hertz });
  oscillator.connect(struck(context, at, lasts, loudness * share, attack)).connect(to);
  oscillator.frequency.setValueAtTime(hertz, at);
  run(oscillator, at, lasts);
  return oscillator;
}

function noise({ context, to, at, lasts, loudness }: Played): void {
  const source = new AudioBufferSourceNode(context, { buffer: hissOf(context), loop: true });
  source.connect(struck(context, at, lasts, loudness, 0.002)).connect(to);
  run(source, at, lasts);
}

function struck(
  context: BaseAudioContext,
  at: number,
  lasts: number,
  loudness: number,
  attack: number,
): GainNode {
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(loudness, at + attack);
  envelope.gain.exponentialRampToValueAtTime(0.0001, at + Math.max(attack * 2, lasts));
  return envelope;
}

function filter(
  context: BaseAudioContext,
  to: AudioNode,
  type: BiquadFilterType,
  frequency: number,
): BiquadFilterNode {
  const node = new BiquadFilterNode(context, { type, frequency, Q: 0.8 });
  node.connect(to);
  return node;
}

function run(source: AudioScheduledSourceNode, at: number, lasts: number): void {
  source.start(at);
  source.stop(at + lasts + 0.05);
}

const hisses = new WeakMap<BaseAudioContext, AudioBuffer>();

/** A second of white noise: the same at every stroke, so that a show sounds the same every time. */
function hissOf(context: BaseAudioContext): AudioBuffer {
  const known = hisses.get(context);
  if (known !== undefined) return known;
  const made = context.createBuffer(1, context.sampleRate, context.sampleRate);
  const samples = made.getChannelData(0);
  let seed = 1;
  for (let index = 0; index < samples.length; index += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    samples[index] = (seed / 2_147_483_647) * 2 - 1;
  }
  hisses.set(context, made);
  return made;
}
