/** How a file's name ends, as people say it: `PDF`. */
export const kindOf = (name: string): string => /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '';
