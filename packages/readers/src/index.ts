// The public face of the readers.
export {};
