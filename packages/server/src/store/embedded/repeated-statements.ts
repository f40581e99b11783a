import { type PGlite, protocol, types } from '@electric-sql/pglite';

const { serialize } = protocol;
type Text = string | null;

/**
 * Statements that come again and again, of which nobody wants the rows. Each is parsed and planned once in the life of its PGlite; then
 * its parameters, "carry it out" and "commit" go in one message. `PGlite.query` sends five, asks for the parameters' types each time,
 * and holds PostgreSQL's plan for nobody: for a statement with little to do that is nine tenths of its cost.
 */
export class RepeatedStatements {
  readonly #pglite: PGlite;
  readonly #names = new Map<string, string>();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** @throws DatabaseError when PostgreSQL refuses it; then nothing of it was done */
  async run(sql: string, parameters: readonly unknown[]): Promise<void> {
    const statement = this.#names.get(sql) ?? (await this.#prepare(sql));
    await this.#say(serialize.bind({ statement, values: parameters.map(textOf) }), serialize.execute({}));
  }

  async #prepare(text: string): Promise<string> {
    const name = `repeated_${this.#names.size}`;
    await this.#say(serialize.parse({ name, text }));
    this.#names.set(text, name);
    return name;
  }

  /** Ends with what commits, and after a refusal makes PostgreSQL listen again. */
  async #say(...messages: readonly Uint8Array[]): Promise<void> {
    await this.#pglite.execProtocol(Buffer.concat([...messages, serialize.sync()]));
  }
}

/** As PostgreSQL reads a parameter whose type it knows. */
function textOf(value: unknown): Text {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return types.arraySerializer(value, String, types.TEXT);
  return String(value);
}
