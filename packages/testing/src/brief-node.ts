/**
 * What Node is given where a program of this project lives for a minute. It runs from its sources, and V8 does not compile
 * the store's WebAssembly a second time: that pays after minutes, and costs 4 s of processor and 400 MB before.
 */
export const briefNode = ['--conditions=@eyeline/source', '--liftoff-only'] as const;
