import { emptyRoutable, isHeld, type RoutableState } from '@eyeline/finesse';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import type { OutsideRecord } from '../../store/store.ts';
import { KeptOutside } from '../kept-outside.ts';
import type { OldFile } from '../take-over-file.ts';

const Hold = v.union([
  v.object({ phase: v.picklist(['none', 'theirs', 'held']) }),
  v.object({ phase: v.picklist(['asked', 'releasing']), token: v.number(), ackedAt: v.exactOptional(v.number()) }),
]);
const Agent = v.object({ isOccupied: v.boolean(), holds: v.record(v.string(), Hold) });
const Common = v.object({ nextToken: v.number() });

const system = 'finesse.routable';
/** The subject of what concerns all agents. */
const common = '';

/** Whom we made not routable, in the store: they are given back even if the server died in between or stands elsewhere. */
export class KeptRoutable {
  readonly #kept: KeptOutside;
  readonly #log: Pick<Logger, 'error'>;

  constructor(stored: readonly OutsideRecord[], log: Pick<Logger, 'error'>) {
    this.#kept = new KeptOutside(system, stored);
    this.#log = log;
  }

  read(): RoutableState {
    let { nextToken } = emptyRoutable;
    const agents: Record<string, v.InferOutput<typeof Agent>> = {};
    for (const [id, value] of this.#kept.all) {
      const parsed = v.safeParse(id === common ? Common : Agent, value);
      if (!parsed.success)
        this.#log.error(
          `Whether we made agent ${id} not routable cannot be read. Who is not routable because of a conversation is so again when they go ready in Finesse.`,
        );
      else if ('nextToken' in parsed.output) ({ nextToken } = parsed.output);
      else agents[id] = parsed.output;
    }
    return { nextToken, agents };
  }

  /** What has to be stored before anything is asked of Finesse for this agent. */
  changes({ nextToken, agents }: RoutableState, agentId: string): readonly OutsideRecord[] {
    const agent = agents[agentId];
    const changed = this.#kept.changes([[agentId, agent && isHeld(agent) ? agent : null]]);
    return changed.length === 0 ? [] : [...changed, ...this.#kept.changes([[common, { nextToken }]])];
  }

  failed(records: readonly OutsideRecord[]): void {
    this.#kept.failed(records);
  }
}

/** Where it was kept before. */
export const oldRoutableFile: OldFile = {
  name: 'routable.json',
  system,
  advice: ciscoSentences.makeRoutable,
  read: content => {
    const { nextToken, agents } = v.parse(
      v.object({ ...Common.entries, agents: v.record(v.string(), Agent) }),
      content,
    );
    return [
      { system, subject: common, value: { nextToken } },
      ...Object.entries(agents).map(([subject, value]) => ({ system, subject, value })),
    ];
  },
};
