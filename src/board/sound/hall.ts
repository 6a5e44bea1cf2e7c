/** How much comes back from each wall, again and again; the ways in seconds have nothing in common, so nothing rings. */
const ECHO = { share: 0.12, walls: [0.0437, 0.0571, 0.0713, 0.0897], back: 0.62, brightness: 2_600 } as const;
/** Before what is too loud is bent softly: nothing is ever clipped. */
const LOUDNESS = 0.8;

/** The way from notes to the loudspeaker: a small hall, and a ceiling that no sum of notes goes beyond. */
export function openHall(context: BaseAudioContext): AudioNode {
  const stage = new GainNode(context, { gain: LOUDNESS });
  const ceiling = new WaveShaperNode(context, { curve: softCeiling(), oversample: "2x" });
  stage.connect(ceiling).connect(context.destination);
  const echo = new GainNode(context, { gain: ECHO.share });
  stage.connect(echo);
  for (const wall of ECHO.walls) {
    const way = new DelayNode(context, { delayTime: wall, maxDelayTime: 1 });
    const air = new BiquadFilterNode(context, { type: "lowpass", frequency: ECHO.brightness, Q: 0.5 });
    const back = new GainNode(context, { gain: ECHO.back });
    echo.connect(way).connect(air).connect(ceiling);
    air.connect(back).connect(way);
  }
  return stage;
}

/** Straight as far as usual notes go, then ever flatter below 1. */
function softCeiling(): Float32Array<ArrayBuffer> {
  const points = 2_049;
  return Float32Array.from({ length: points }, (_, index) => {
    const level = (index / (points - 1)) * 2 - 1;
    return 0.97 * Math.tanh(level * 1.15);
  });
}
