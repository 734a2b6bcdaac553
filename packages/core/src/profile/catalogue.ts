import { NATIONAL } from "./data/national.ts";
import { SHAANXI } from "./data/shaanxi.ts";
import { SHANGHAI } from "./data/shanghai.ts";
import { SICHUAN } from "./data/sichuan.ts";
import { UNKNOWN } from "./data/unknown.ts";
import { YUNNAN } from "./data/yunnan.ts";
import type { Profile } from "./profile.ts";

/** The forms that are known. The last is what a document of no known form is held to. */
export const PROFILES: readonly Profile[] = [SICHUAN, SHANGHAI, NATIONAL, YUNNAN, SHAANXI, UNKNOWN];

export { UNKNOWN as UNKNOWN_PROFILE };

/** The profile of an id; undefined for an unknown id. */
export function profileOf(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}
