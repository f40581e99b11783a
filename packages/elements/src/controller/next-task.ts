/** What comes after it is a task of its own: in between the page draws, scrolls and answers. */
export const nextTask = (ms = 0): Promise<unknown> => new Promise(resolve => setTimeout(resolve, ms));
