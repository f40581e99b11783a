const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The next 09:00 UTC that is at least a day away, so that it is closed now. */
export const opensAt = Math.ceil((Date.now() + dayMs) / dayMs) * dayMs + 9 * hourMs;

const form = [
  { name: 'name', label: 'Name', type: 'text', required: true },
  { name: 'email', label: 'E-mail', type: 'email' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'question', label: 'How can we help?', type: 'textarea' },
];
const entryPoint = (entryPointId: string, more: object) => ({ entryPointId, title: 'Support', form, ...more });

/** Anna writes, Ben writes and knows Dutch, Carla only calls back; one entry point for each way of being served. */
export const config = {
  entryPoints: [
    entryPoint('support', { queue: 'support' }),
    entryPoint('list', { queue: 'list' }),
    entryPoint('dutch', { queue: 'dutch' }),
    entryPoint('night', { queue: 'support', calendar: 'later' }),
  ],
  calendars: {
    later: {
      zone: 'UTC',
      openings: [
        {
          name: 'The first day',
          on: { type: 'date', date: new Date(opensAt).toISOString().slice(0, 10) },
          from: '09:00',
          to: '17:00',
        },
      ],
    },
  },
  routing: {
    skills: ['dutch'],
    queues: {
      support: { name: 'Support', callback: {} },
      list: { name: 'By hand', mode: 'pull' },
      dutch: { name: 'Dutch', skills: [{ skill: 'dutch', atLeast: 1 }] },
    },
    defaultQueue: 'support',
    agents: {
      anna: { domains: { chat: 3, video: 1, email: 2 } },
      ben: { domains: { chat: 1, video: 1 }, skills: { dutch: 8 } },
      carla: { domains: { callback: 1 } },
    },
  },
};

export const agents = ['Anna', 'Ben', 'Carla'];
