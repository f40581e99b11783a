/** A reason's label as two people would write it: without case, and with single blanks. */
export const plainLabel = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, ' ');
