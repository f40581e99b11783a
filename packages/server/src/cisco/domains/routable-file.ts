import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { emptyRoutable, isHeld, type RoutableState } from '@eyeline/finesse';
import * as v from 'valibot';
import { StartupError } from '../../settings/startup-error.ts';

const Hold = v.union([
  v.object({ phase: v.picklist(['none', 'theirs', 'ours']) }),
  v.object({ phase: v.picklist(['asked', 'returning']), token: v.number(), ackedAt: v.exactOptional(v.number()) }),
]);
const Kept = v.object({
  nextToken: v.number(),
  agents: v.record(v.string(), v.object({ isOccupied: v.boolean(), holds: v.record(v.string(), Hold) })),
});

/** Whom we made not routable, in a file: they are given back even if the server died in between. */
export class RoutableFile {
  readonly #path: string;
  #written = '';

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
  }

  /** @throws StartupError when the file is there and is not what was written */
  read(): RoutableState {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch {
      return emptyRoutable;
    }
    try {
      return v.parse(Kept, JSON.parse(text));
    } catch {
      throw new StartupError(
        `${this.#path} is damaged. Delete it; agents who are not routable because of a conversation are so again when they go ready in Finesse.`,
      );
    }
  }

  /** Before anything is asked of Finesse. Writes nothing when nothing of ours has changed. */
  write({ nextToken, agents }: RoutableState): void {
    const held = Object.fromEntries(Object.entries(agents).filter(([, agent]) => isHeld(agent)));
    const text = JSON.stringify({ nextToken, agents: held });
    if (text === this.#written) return;
    const draft = `${this.#path}.new`;
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    renameSync(draft, this.#path);
    this.#written = text;
  }
}
