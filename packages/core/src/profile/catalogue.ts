import { NATIONAL } from "./data/national.ts";
import { SHAANXI } from "./data/shaanxi.ts";
import { SHANGHAI } from "./data/shanghai.ts";
import { SICHUAN } from "./data/sichuan.ts";
import { YUNNAN } from "./data/yunnan.ts";
import type { Profile } from "./profile.ts";

/** Every known form. A new one is a data file and its line here. */
export const PROFILES: readonly Profile[] = [SICHUAN, SHANGHAI, YUNNAN, SHAANXI, NATIONAL];

/** The profile of an id; undefined for an unknown one. */
export function profileOf(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}
