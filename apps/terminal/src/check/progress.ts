import { add, NOTHING, type Tally } from "./outcome.ts";
import type { Answer, Brief } from "./entry.ts";

/** How far a check is, at one moment. */
export interface ProgressState {
  readonly briefs: readonly Brief[];
  readonly tally: Tally;
  /** Milliseconds since it began. */
  readonly elapsed: number;
  readonly finished: boolean;
}

/** Follows the answers as they come and tells whoever shows them. */
export class CheckProgress {
  #state: ProgressState = { briefs: [], tally: NOTHING, elapsed: 0, finished: false };
  readonly #listeners = new Set<() => void>();

  readonly state = (): ProgressState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves to the tally when the last answer is there. */
  async follow(answers: AsyncIterable<Answer>, now: () => number): Promise<Tally> {
    const began = now();
    for await (const { brief } of answers) {
      const { briefs, tally } = this.#state;
      this.#set({ briefs: [...briefs, brief], tally: add(tally, brief), elapsed: now() - began, finished: false });
      // A document may have been examined on this very thread: let the screen be drawn between two.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#set({ ...this.#state, elapsed: now() - began, finished: true });
    return this.#state.tally;
  }

  #set(state: ProgressState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
