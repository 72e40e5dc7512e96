const FIRST_CAPACITY = 1 << 12;
/** Above this share of used places, looking for a free one takes too many steps. */
const FULL = 0.5;

/**
 * Counts how many different keys there were, exactly and in little memory: 16 bytes for each instead of the hundred
 * of a Set of texts, so that a million rows fit. A key is a hash as hexadecimal digits (a UUID without its hyphens
 * or with them); its first 64 bits are kept, 60 of them chance, so that among a million any two
 * are taken for one with a probability of 1 in 2 million.
 */
export class DistinctKeys {
  private slots = new BigUint64Array(FIRST_CAPACITY);
  private used = 0;
  private hasZero = false;

  get size(): number {
    return this.used + Number(this.hasZero);
  }

  /** Answers whether it is new. */
  add(key: string): boolean {
    const value = BigInt(`0x${key.replaceAll('-', '').slice(0, 16)}`);
    if (value === 0n) {
      const isNew = !this.hasZero;
      this.hasZero = true;
      return isNew;
    }
    if (this.used >= this.slots.length * FULL) this.grow();
    const isNew = put(this.slots, value);
    if (isNew) this.used += 1;
    return isNew;
  }

  private grow(): void {
    const larger = new BigUint64Array(this.slots.length * 2);
    for (const value of this.slots) if (value !== 0n) put(larger, value);
    this.slots = larger;
  }
}

function put(slots: BigUint64Array, value: bigint): boolean {
  const mask = slots.length - 1;
  for (let at = Number(value & BigInt(mask)); ; at = (at + 1) & mask) {
    if (slots[at] === value) return false;
    if (slots[at] === 0n) {
      slots[at] = value;
      return true;
    }
  }
}
