import { hash } from 'node:crypto';
import pg from 'pg';

/**
 * PostgreSQL's codes for a statement whose name it does not know, or knows already: a pooler stands before it, and gives each
 * transaction another connection.
 */
const unknownName = '26000';
const knownName = '42P05';

/** Named after what it says, so that another version behind the same pooler means the same by it. */
const nameOf = (text: string): string => `eyeline_${hash('sha256', text, 'hex').slice(0, 16)}`;

type Query = (text: unknown, values?: unknown) => Promise<unknown>;

/**
 * Gives each statement with parameters a name, under which PostgreSQL keeps its plan as long as the connection is there. Behind a
 * pooler that has no place for names it finds so once, and does without.
 */
export class NamedStatements {
  #areKept = true;

  giveTo(client: pg.ClientBase): void {
    const query: Query = client.query.bind(client);
    const named: Query = async (text, values) => {
      if (!this.#areKept || typeof text !== 'string' || !Array.isArray(values)) return query(text, values);
      try {
        return await query({ name: nameOf(text), text, values });
      } catch (error) {
        if (!isAboutNames(error)) throw error;
        // It was refused before anything was done.
        this.#areKept = false;
        return query(text, values);
      }
    };
    Object.assign(client, { query: named });
  }
}

const isAboutNames = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === unknownName || error.code === knownName);
