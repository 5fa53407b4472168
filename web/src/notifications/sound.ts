// Two short tones, synthesised here: there is no file to load or wait for.
const tones = [
  { hertz: 784, atSeconds: 0 },
  { hertz: 1047, atSeconds: 0.14 },
];
const lengthSeconds = 0.28;
const loudness = 0.12;
const onceMs = 1_000;

let audio: AudioContext | undefined;

function play(): void {
  audio ??= new AudioContext();
  for (const { hertz, atSeconds } of tones) {
    const start = audio.currentTime + atSeconds;
    const tone = new OscillatorNode(audio, { frequency: hertz });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.linearRampToValueAtTime(loudness, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + lengthSeconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + lengthSeconds);
  }
}

// Only one tab rings, and only one the user has interacted with: browsers forbid sound in the others.
export function ring(): void {
  if (!navigator.userActivation.hasBeenActive) return;
  void navigator.locks.request('voronka-sound', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    play();
    await new Promise((resolve) => setTimeout(resolve, onceMs));
  });
}
