import { type AgentBlending, type BlendingState, emptyBlending } from '@eyeline/finesse';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import type { OutsideRecord } from '../../store/store.ts';
import { KeptOutside } from '../kept-outside.ts';
import type { OldFile } from '../take-over-file.ts';

/** What we did to phones, as it is kept over a restart. */
interface Holds {
  readonly state: BlendingState;
  /** By Finesse's user id: the reason that routing knows the voice hold by. */
  readonly reasons: Readonly<Record<string, string>>;
}

const Named = { voiceHoldId: v.string() };
const Mark = v.picklist(['chosen', 'supervisor', 'unexplained', 'call-ended', 'other']);
const Way = v.picklist(['gadget', 'supervisor', 'own-credential']);
const VoiceHold = v.variant('phase', [
  v.object({ phase: v.literal('idle') }),
  v.object({
    phase: v.literal('asked'),
    ...Named,
    way: v.exactOptional(Way),
    triedWays: v.array(Way),
    token: v.string(),
    deadlineAt: v.number(),
  }),
  v.object({ phase: v.literal('held'), ...Named, heldAs: v.exactOptional(Mark), isInterrupted: v.boolean() }),
  v.object({
    phase: v.literal('releasing'),
    voiceHoldId: v.exactOptional(v.string()),
    heldAs: Mark,
    tries: v.number(),
    token: v.exactOptional(v.string()),
    deadlineAt: v.number(),
    isWaiting: v.exactOptional(v.literal(true)),
  }),
]);
const Outstanding = v.object({ count: v.number(), marks: v.array(Mark), until: v.number(), checkAt: v.number() });
const Agent = v.object({
  voiceHold: VoiceHold,
  outstanding: v.exactOptional(Outstanding),
  reason: v.exactOptional(v.string()),
});
const Common = v.object({ nextToken: v.number() });

const system = 'finesse.voice';
/** The subject of what concerns all agents: no user of Finesse is called that. */
const common = '';

/** Whether something of ours is on this agent's phone, or may yet be. */
export const isTouched = ({ voiceHold, outstanding }: AgentBlending): boolean =>
  voiceHold.phase !== 'idle' || outstanding !== undefined;

const recordOf = (agent: AgentBlending | undefined, reason: string | undefined) =>
  agent && isTouched(agent)
    ? {
        voiceHold: agent.voiceHold,
        ...(agent.outstanding ? { outstanding: agent.outstanding } : {}),
        ...(reason === undefined ? {} : { reason }),
      }
    : null;

/** Whom we took off voice, in the store: they are made ready again, even if the server died in between or stands elsewhere. */
export class KeptVoice {
  readonly #kept: KeptOutside;
  readonly #log: Pick<Logger, 'error'>;

  constructor(stored: readonly OutsideRecord[], log: Pick<Logger, 'error'>) {
    this.#kept = new KeptOutside(system, stored);
    this.#log = log;
  }

  /** What was given last, be it stored already or not. */
  read(): Holds {
    const state = emptyBlending();
    const reasons: Record<string, string> = {};
    const unseen = { view: { standing: 'unknown' }, hasGadget: false } as const;
    for (const [id, value] of this.#kept.all) {
      const parsed = v.safeParse(id === common ? Common : Agent, value);
      if (!parsed.success)
        this.#log.error(
          `What was done to the phone of ${id || 'agents'} cannot be read. Make ready in Finesse whoever is not ready because of a conversation.`,
        );
      else if ('nextToken' in parsed.output) state.nextToken = parsed.output.nextToken;
      else {
        const { reason, ...agent } = parsed.output;
        state.agents.set(id, { ...unseen, ...agent });
        if (reason !== undefined) reasons[id] = reason;
      }
    }
    return { state, reasons };
  }

  /** What has to be stored before anything is asked of Finesse, of these agents; nothing when only views have changed. */
  changes({ state, reasons }: Holds, ids: readonly string[]): readonly OutsideRecord[] {
    const agents = this.#kept.changes(ids.map(id => [id, recordOf(state.agents.get(id), reasons[id])] as const));
    if (agents.length === 0) return [];
    return [...agents, ...this.#kept.changes([[common, { nextToken: state.nextToken }]])];
  }

  failed(records: readonly OutsideRecord[]): void {
    this.#kept.failed(records);
  }
}

const OldKept = v.object({
  nextToken: v.number(),
  agents: v.record(v.string(), v.object({ voiceHold: VoiceHold, outstanding: v.exactOptional(Outstanding) })),
  reasons: v.record(v.string(), v.string()),
});

/** Where it was kept before. */
export const oldVoiceFile: OldFile = {
  name: 'telephones.json',
  system,
  advice: ciscoSentences.makeReady,
  read: content => {
    const { nextToken, agents, reasons } = v.parse(OldKept, content);
    return [
      { system, subject: common, value: { nextToken } },
      ...Object.entries(agents).map(([subject, agent]) => {
        const reason = reasons[subject];
        return { system, subject, value: { ...agent, ...(reason === undefined ? {} : { reason }) } };
      }),
    ];
  },
};
