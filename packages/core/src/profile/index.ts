export * from "./profile.ts";
export * from "./catalogue.ts";
export * from "./recognise.ts";
export { placeOfDepartment } from "./place.ts";
