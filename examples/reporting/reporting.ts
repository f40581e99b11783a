import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

// A receiver of webhooks (packages/server/WEBHOOKS.md) that keeps a row for each conversation, for reports. It stands alone:
// WEBHOOK_SECRET, PORT and DATABASE say what it needs.

interface Event {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly interactionId: string;
    readonly seq: number;
    readonly entryPointId: string;
    readonly domain?: string;
    readonly role?: string;
    readonly name?: string;
    readonly disposition?: string;
    readonly code?: string;
  };
}

const { WEBHOOK_SECRET = '', PORT = '8090', DATABASE = 'reports.db' } = process.env;
const webhook = new Webhook(WEBHOOK_SECRET);
const database = new DatabaseSync(DATABASE);
database.exec(`
  create table if not exists conversation (
    interaction_id text primary key, seq integer not null default 0, entry_point text not null, domain text,
    opened_at text, answered_at text, agent text, messages integer not null default 0, video_calls integer not null default 0,
    closed_at text, disposition text, wrap_up text);
  create view if not exists report as
    select interaction_id, entry_point, domain, agent, messages, video_calls, disposition, wrap_up,
      (julianday(answered_at) - julianday(opened_at)) * 86400 as waited_seconds,
      (julianday(closed_at) - julianday(opened_at)) * 86400 as lasted_seconds
    from conversation;
`);
const open = database.prepare(
  'insert into conversation (interaction_id, entry_point) values (?, ?) on conflict do nothing',
);
// Events of a conversation come in order: one that is not further on was here before.
const isNew = database.prepare('update conversation set seq = ? where interaction_id = ? and seq < ?');
const changes: Readonly<Record<string, (event: Event) => readonly [string, ...(string | number | null)[]] | null>> = {
  'interaction.opened': ({ timestamp, data }) => ['opened_at = ?, domain = ?', timestamp, data.domain ?? null],
  'participant.joined': ({ timestamp, data }) =>
    data.role === 'agent' ? ['agent = ?, answered_at = coalesce(answered_at, ?)', data.name ?? '', timestamp] : null,
  'message.sent': () => ['messages = messages + 1'],
  'call.accepted': () => ['video_calls = video_calls + 1'],
  'interaction.closed': ({ timestamp, data }) => [
    'closed_at = ?, disposition = ?',
    timestamp,
    data.disposition ?? null,
  ],
  'task.wrapped-up': ({ data }) => ['wrap_up = ?', data.code ?? null],
};

/** All of an event or nothing of it. */
function keep(event: Event): void {
  const { interactionId, seq, entryPointId } = event.data;
  database.exec('begin');
  try {
    open.run(interactionId, entryPointId);
    const change = isNew.run(seq, interactionId, seq).changes === 1 ? changes[event.type]?.(event) : null;
    if (change) {
      const [set, ...values] = change;
      database.prepare(`update conversation set ${set} where interaction_id = ?`).run(...values, interactionId);
    }
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

const server = createServer(async (request, response) => {
  const body = await text(request).catch(() => '');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  let event: Event;
  try {
    event = webhook.verify(body, headers) as Event;
  } catch {
    response.writeHead(401).end();
    return;
  }
  try {
    keep(event);
    // Only now: what is not kept is sent again.
    response.writeHead(204).end();
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
server.listen(Number(PORT), () => console.log(`Keeping reports in ${DATABASE}.`));
