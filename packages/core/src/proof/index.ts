export { proveDisclosure, type Proof, type ProofVerdict, type ProvenFigure } from "./prove.ts";
