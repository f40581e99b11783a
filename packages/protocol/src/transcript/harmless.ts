/** Every sign that a program takes for a new line, and the one that all know. */
const newLines = /\r\n|[\n\v\f\r\x85\u2028\u2029]/g;
/** What drives terminals and printers, and what turns the direction of everything after it. A tab and marks of direction stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unreadable = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** A text that does nothing to what stands around it, wherever somebody opens it. */
export const harmless = (text: string): string => text.replace(newLines, '\n').replace(unreadable, '');
