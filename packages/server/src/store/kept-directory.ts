import * as v from 'valibot';

const levels = v.record(v.string(), v.number());
const named = { id: v.string(), name: v.string() };

/** What came from Cisco, by Cisco's ids, as it is kept: who is gone stays, disabled. */
export const KeptDirectory = v.object({
  skills: v.array(v.object(named)),
  teams: v.array(v.object(named)),
  queues: v.array(v.object({ ...named, selection: v.string(), skills: levels })),
  agents: v.array(
    v.object({
      ...named,
      role: v.picklist(['agent', 'supervisor']),
      teamId: v.exactOptional(v.string()),
      skills: levels,
    }),
  ),
  disabledAgents: v.array(v.string()),
  /** When it was brought here, ms since the epoch; 0: never. */
  at: v.number(),
});
export type KeptDirectory = v.InferOutput<typeof KeptDirectory>;

export const emptyDirectory: KeptDirectory = {
  skills: [],
  teams: [],
  queues: [],
  agents: [],
  disabledAgents: [],
  at: 0,
};
