import { expect, it } from "vitest";
import { dayOf } from "./days.ts";

it("names the day on which a disclosure was published in China, not in Greenwich", () => {
  expect(dayOf("2024-09-24T15:59:59Z", "zh")).toBe("2024年9月24日");
  expect(dayOf("2024-09-24T16:00:00Z", "zh")).toBe("2024年9月25日");
  expect(dayOf("2024-12-31T20:00:00.123Z", "en")).toBe("1 Jan 2025");
});
