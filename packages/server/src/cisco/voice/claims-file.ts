import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AgentBlending, type BlendingState, emptyBlending } from '@eyeline/finesse';
import * as v from 'valibot';
import { StartupError } from '../../settings/startup-error.ts';

/** What we did to telephones, as it is kept over a restart. */
interface Claims {
  readonly state: BlendingState;
  /** By Finesse's user id: the reason that routing knows the claim by. */
  readonly reasons: Readonly<Record<string, string>>;
}

const Wish = { claimId: v.string() };
const Mark = v.picklist(['chosen', 'supervisor', 'unexplained', 'call-ended', 'other']);
const Way = v.picklist(['gadget', 'supervisor', 'own-credential']);
const Claim = v.variant('phase', [
  v.object({ phase: v.literal('idle') }),
  v.object({
    phase: v.literal('taking'),
    ...Wish,
    way: v.exactOptional(Way),
    triedWays: v.array(Way),
    token: v.string(),
    deadlineAt: v.number(),
  }),
  v.object({ phase: v.literal('taken'), ...Wish, ours: v.exactOptional(Mark), isInterrupted: v.boolean() }),
  v.object({
    phase: v.literal('returning'),
    claimId: v.exactOptional(v.string()),
    ours: Mark,
    tries: v.number(),
    token: v.exactOptional(v.string()),
    deadlineAt: v.number(),
    isWaiting: v.exactOptional(v.literal(true)),
  }),
]);
const Owed = v.object({ count: v.number(), marks: v.array(Mark), until: v.number(), checkAt: v.number() });
const Kept = v.object({
  nextToken: v.number(),
  agents: v.record(v.string(), v.object({ claim: Claim, owed: v.exactOptional(Owed) })),
  reasons: v.record(v.string(), v.string()),
});

/** Whether something of ours is on this agent's telephone, or may yet be. */
export const isTouched = ({ claim, owed }: AgentBlending): boolean => claim.phase !== 'idle' || owed !== undefined;

interface Draft {
  readonly text: string;
  readonly isDurable: boolean;
}

/**
 * The claims, in a file: whoever was made not ready is made ready again, even if the server died in between. The disk holds
 * up nobody: what gathers while one version is written goes into the next.
 */
export class ClaimsFile {
  readonly #path: string;
  /** The newest version, on its way to the disk or there. */
  #newest: string | undefined;
  #draft: Draft | undefined;
  #underway: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(dataDirectory: string) {
    this.#path = join(dataDirectory, 'telephones.json');
    mkdirSync(dataDirectory, { recursive: true });
  }

  /** @throws StartupError when the file is there and is not what was written */
  read(): Claims {
    let text: string;
    try {
      text = this.#newest ?? readFileSync(this.#path, 'utf8');
    } catch {
      return { state: emptyBlending(), reasons: {} };
    }
    const { nextToken, agents, reasons } = this.#parse(text);
    const unseen = { view: { standing: 'unknown' }, hasGadget: false } as const;
    const known = Object.entries(agents).map(([id, agent]) => [id, { ...unseen, ...agent }] as const);
    return { state: { ...emptyBlending(), nextToken, agents: new Map(known) }, reasons };
  }

  #parse(text: string): v.InferOutput<typeof Kept> {
    try {
      return v.parse(Kept, JSON.parse(text));
    } catch {
      throw new StartupError(
        `${this.#path} is damaged. Delete it, and make ready in Finesse whoever is not ready because of a conversation.`,
      );
    }
  }

  /**
   * Before anything is asked of Finesse. Resolves when this version, or a newer one, is kept; writes nothing when only the
   * views have changed.
   * @param isDurable whether it must outlive the machine, not only the process: what is asked must, for whoever is away
   *   by us has to be known; what came of it need not, for an older file knows of more that is ours and never of less
   */
  write({ state, reasons }: Claims, isDurable: boolean): Promise<void> {
    const touched = [...state.agents].filter(([, agent]) => isTouched(agent));
    const agents = Object.fromEntries(
      touched.map(([id, { claim, owed }]) => [id, { claim, ...(owed ? { owed } : {}) }]),
    );
    const kept = Object.fromEntries(touched.flatMap(([id]) => (reasons[id] === undefined ? [] : [[id, reasons[id]]])));
    const text = JSON.stringify({ nextToken: state.nextToken, agents, reasons: kept });
    if (text === this.#newest) return this.#next ?? this.#underway;
    this.#newest = text;
    this.#draft = { text, isDurable: isDurable || this.#draft?.isDurable === true };
    this.#next ??= this.#underway.catch(() => {}).then(() => this.#putDraft());
    return this.#next;
  }

  /** Resolves when nothing is on its way to the disk any more. */
  async settled(): Promise<void> {
    await (this.#next ?? this.#underway).catch(() => {});
  }

  #putDraft(): Promise<void> {
    const draft = this.#draft;
    this.#draft = undefined;
    this.#next = undefined;
    this.#underway = draft ? this.#put(draft) : Promise.resolve();
    return this.#underway;
  }

  async #put({ text, isDurable }: Draft): Promise<void> {
    const path = `${this.#path}.new`;
    try {
      await writeFile(path, text, { mode: 0o600, flush: isDurable });
      await rename(path, this.#path);
    } catch (error) {
      // The same again is written again.
      if (this.#newest === text) this.#newest = undefined;
      throw error;
    }
  }
}
