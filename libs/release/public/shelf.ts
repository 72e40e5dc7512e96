/** Rendered answers by what was asked, as long as nothing public has changed. Bounded: strangers choose the keys. */
export class Shelf<Item> {
  private stamp = '';
  private readonly items = new Map<string, Item>();

  constructor(private readonly most: number) {}

  /** What was put there at this stamp; undefined when there is none. */
  take(stamp: string, key: string): Item | undefined {
    return stamp === this.stamp ? this.items.get(key) : undefined;
  }

  put(stamp: string, key: string, item: Item): void {
    if (stamp !== this.stamp) {
      this.items.clear();
      this.stamp = stamp;
    }
    if (this.items.size >= this.most) this.items.clear();
    this.items.set(key, item);
  }
}
