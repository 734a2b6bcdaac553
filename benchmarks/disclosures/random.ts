/** Seeded, so that a failure can be repeated. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2_654_435_761 + 1) >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** Some of the items, in their order. */
  some<T>(items: readonly T[], probability: number): T[] {
    return items.filter(() => this.chance(probability));
  }

  /** Cuts a whole into `count` positive integer parts. */
  split(whole: number, count: number): number[] {
    const parts: number[] = [];
    let rest = whole;
    for (let index = 0; index < count - 1; index++) {
      const part = this.integer(1, Math.max(1, Math.floor((rest / (count - index)) * 1.6)));
      const taken = Math.min(part, rest - (count - index - 1));
      parts.push(taken);
      rest -= taken;
    }
    return [...parts, rest];
  }
}
