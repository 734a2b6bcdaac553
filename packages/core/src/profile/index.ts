export type * from "./profile.ts";
export { PROFILES, profileOf } from "./catalogue.ts";
export { recogniseProfile, type ProfileEvidence, type RecognisedProfile } from "./recognise.ts";
