/** How a customer who looks elsewhere learns that there is something new, and what they may switch of it. */
export const reach = {
  /** Before the page's own title. */
  unread: (count: number, name: string) =>
    `(${count}) ${count === 1 ? `New message from ${name}` : `New messages from ${name}`}`,
  from: (name: string) => `New message from ${name}`,
  calls: (name: string) => `${name} is calling you`,
  settings: 'Sound and notifications',
  sound: 'Sound for new messages',
  notifications: 'Notify me when I am elsewhere',
  blocked: 'Your browser blocks notifications from this site. You can allow them in its settings.',
};

export type ReachSentences = typeof reach;
