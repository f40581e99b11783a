import type { ConfigInput } from './config.ts';

const form = [
  { name: 'name', label: 'Your name', type: 'text', required: true },
  { name: 'email', label: 'E-mail', type: 'email' },
  { name: 'question', label: 'How can we help?', type: 'textarea' },
] as const;

/** The configuration of `--demo`: one entry point for each way that media can take. */
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
  ],
} satisfies ConfigInput;

export const demoPassword = 'eyeline-demo';

/** Seeded with `--demo` alone: everybody knows the password. */
export const demoAgents = [
  { username: 'anna', name: 'Anna Berg', password: demoPassword },
  { username: 'ben', name: 'Ben Okafor', password: demoPassword },
] as const;
