import type { ConfigInput } from '../settings/config.ts';
import type { PasswordCost } from '../store/password.ts';

const form = [
  { name: 'name', label: 'Your name', type: 'text', required: true },
  { name: 'email', label: 'E-mail', type: 'email' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'question', label: 'How can we help?', type: 'textarea' },
] as const;

/** Three chats at once, and any of them becomes a video. */
const domains = { chat: 3, video: 1, email: 5, callback: 1 };

/** Two queues, each with an entry point. Who waits may be called back, or leave a message, which agents pick from a list. */
const routing = {
  queues: {
    support: { name: 'Support', domains: ['video', 'chat', 'callback'], callback: {} },
    sales: { name: 'Sales', domains: ['video', 'chat', 'callback'], callback: {} },
    messages: { name: 'Messages', domains: ['email'], mode: 'pull' },
  },
  defaultQueue: 'support',
  // Ben has a phone: while it is not ready, he is offered no chat.
  agents: { ben: { domains, voiceChannel: true } },
  agentDefaults: { domains },
} satisfies ConfigInput['routing'];

/** The configuration of `--demo`: one entry point for each way that media can take, and one with a queue of its own. */
export const demoConfig = {
  entryPoints: [
    {
      entryPointId: 'support',
      title: 'Customer support',
      greeting: 'Tell us what it is about. A person answers, and can show you face to face.',
      form: form.map(field => ({ ...field })),
    },
    {
      entryPointId: 'support-sfu',
      title: 'Customer support',
      greeting: 'Tell us what it is about. A person answers, and can show you face to face.',
      form: form.map(field => ({ ...field })),
      media: 'sfu',
    },
    {
      entryPointId: 'sales',
      title: 'Sales',
      greeting: 'Looking for something? A person helps you choose, and can show it to you.',
      form: form.map(field => ({ ...field })),
      queue: 'sales',
    },
  ],
  routing,
  // Letters are written into the folder `mails` of the data directory, and go nowhere.
  mail: { from: 'chat@eyeline.example' },
  // Both sides are on this machine or in one network, and nobody outside is asked.
  iceServers: [],
  rules: [{ ruleId: 'messages', when: { attribute: 'domain', eq: 'email' }, outcome: { queueId: 'messages' } }],
} satisfies ConfigInput;

export const demoPassword = 'eyeline-demo';

/** Nobody has to guess it, so it costs nothing to guess. */
export const demoPasswordCost: PasswordCost = { N: 2 ** 10, r: 8, p: 1 };

/** Seeded with `--demo` alone: everybody knows the password. */
export const demoAgents = [
  { username: 'anna', name: 'Anna Berg', password: demoPassword, isDemo: true },
  { username: 'ben', name: 'Ben Okafor', password: demoPassword, isDemo: true },
] as const;

/** Sees queues and agents over HTTP, and plays with their phones. */
export const demoSupervisor = {
  username: 'sue',
  name: 'Sue Lindqvist',
  password: demoPassword,
  role: 'supervisor',
  isDemo: true,
} as const;
