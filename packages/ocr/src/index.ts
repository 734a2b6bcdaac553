// The public face of optical recognition.
export { openRecogniser, type OpenRecogniser } from "./recogniser.ts";
