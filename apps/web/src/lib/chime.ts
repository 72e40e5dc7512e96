/** Two soft tones, a fourth apart: noticed in a quiet room, bearable in a night. */
const TONES = [
  { hertz: 587, at: 0 },
  { hertz: 784, at: 0.16 },
];
const LENGTH = 0.32;
const LOUDNESS = 0.16;

let context: AudioContext | undefined;

function tone(audio: AudioContext, hertz: number, at: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  const start = audio.currentTime + at;
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + LENGTH);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + LENGTH);
}

/** Browsers stay silent until the person has touched the page once; the title badge is shown in any case. */
export function chime(): void {
  context ??= new AudioContext();
  const audio = context;
  void audio
    .resume()
    .then(() => TONES.forEach(({ hertz, at }) => tone(audio, hertz, at)))
    .catch(() => undefined);
}
