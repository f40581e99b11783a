/** Marks of Unicode that isolate a stretch of text: a name that has some of its own ends nothing of ours. */
const marks = /[\u2066-\u2069]/g;

/**
 * A name for a sentence of ours, isolated: one in Arabic or Hebrew does not turn what stands around it, and brackets or
 * digits beside it stay where they belong. For text that no element can be put into; else `<bdi>`. What nobody knows stays `''`.
 */
export const isolate = (name: string): string => name && `\u2068${name.replace(marks, '')}\u2069`;
