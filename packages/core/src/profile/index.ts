export * from "./profile.ts";
export * from "./catalogue.ts";
export * from "./recognise.ts";
