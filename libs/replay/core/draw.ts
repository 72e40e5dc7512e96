/** A number in [0, 1) for a question; the same question always gets the same answer. */
export type Dice = (question: string) => number;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hash(seed: number, text: string): number {
  let sum = (FNV_OFFSET ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1)
    sum = Math.imul(sum ^ text.charCodeAt(i), FNV_PRIME) >>> 0;
  return sum;
}

/** One step of mulberry32 (Tommy Ettinger, public domain), as a function of its state. */
function mulberry32(state: number): number {
  let t = (state + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/**
 * Chance by question instead of by order: what one incident does never depends on how many draws others made
 * before it, so a new question in one place changes nothing elsewhere, and replanning gives the same plan.
 */
export function diceOf(seed: number, subject: string): Dice {
  return (question) => mulberry32(hash(seed, `${subject}\u0000${question}`));
}

export function pick<T>(dice: Dice, question: string, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(dice(question) * choices.length)] ?? choices[0];
}

/** Weights need not add up to one. */
export function pickWeighted<T extends string>(
  dice: Dice,
  question: string,
  weights: Readonly<Record<T, number>>,
): T {
  const entries = Object.entries(weights) as [T, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = dice(question) * total;
  const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found[0];
}

const WIDEST = 2.5;

/** Log-normal by Box–Muller, its normal cut at ±2.5 so that nobody takes for ever. */
export function logNormal(dice: Dice, question: string, median: number, sigma: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - dice(`${question} radius`)));
  const normal = radius * Math.cos(2 * Math.PI * dice(`${question} angle`));
  return median * Math.exp(sigma * Math.max(-WIDEST, Math.min(WIDEST, normal)));
}
