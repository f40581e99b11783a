/** How an agent who looks elsewhere learns that there is something new. */
export const deskReach = {
  unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  calls: (name: string) => `${name} is calling`,
  notifications: 'Notifications while I am elsewhere',
};
export type DeskReachSentences = typeof deskReach;
