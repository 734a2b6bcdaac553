import type { Habit } from "./laid-out.ts";

/** How departments print amounts, zeros, codes and numbers of lines. */
export const HABITS: readonly Habit[] = [
  {
    seed: 1,
    unit: "ten-thousand-yuan",
    separators: false,
    zero: "0.00",
    codes: "split",
    lineNumbers: true,
    dense: true,
  },
  { seed: 2, unit: "yuan", separators: true, zero: "blank", codes: "merged", lineNumbers: true, dense: false },
  {
    seed: 3,
    unit: "ten-thousand-yuan",
    separators: true,
    zero: "-",
    codes: "joined",
    lineNumbers: false,
    dense: false,
  },
  {
    seed: 4,
    unit: "ten-thousand-yuan",
    separators: false,
    zero: "blank",
    codes: "joined",
    lineNumbers: true,
    dense: false,
  },
];
