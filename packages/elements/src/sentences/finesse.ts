/** What is read in Cisco's desktop instead of the desk. */
export const finesse = {
  notInFinesse: 'This gadget runs in Cisco’s Finesse desktop only: finesse.js is not there.',
};
export type FinesseSentences = typeof finesse;
