export const appendFunction = (name: string, parameters: string, statements: string): string =>
  `create function ${name}(${parameters}) returns void language plpgsql as $$
begin${statements}
end $$`;

/**
 * One function for each table, whose plans PostgreSQL keeps: planning cost more than inserting. Rows that are there already
 * stay as they are, so that a batch whose fate is unknown can be stored again.
 */
export const appendFunctions: readonly string[] = [
  appendFunction(
    'append_facts',
    '_of text[], _seq integer[], _at bigint[], _name text[], _payload text[]',
    `
  insert into fact (interaction_id, seq, at, name, payload)
    select a, b, c, d, e::jsonb from unnest(_of, _seq, _at, _name, _payload) as row (a, b, c, d, e)
    on conflict do nothing;`,
  ),
  appendFunction(
    'append_interactions',
    '_interaction text[], _live boolean[]',
    `
  insert into interaction (interaction_id, live)
    select distinct on (a) a, b from unnest(_interaction, _live) with ordinality as row (a, b, place)
    order by a, place desc
    on conflict (interaction_id) do update set live = excluded.live;`,
  ),
  appendFunction(
    'append_inputs',
    '_number bigint, _at bigint, _inputs text',
    `
  insert into routing_input (number, at, input) values (_number, _at, _inputs) on conflict do nothing;`,
  ),
  appendFunction(
    'append_commands',
    '_scope text[], _command text[], _name text[], _at bigint[], _value text[]',
    `
  insert into command (scope, command_id, name, at, value)
    select a, b, c, d, e::jsonb from unnest(_scope, _command, _name, _at, _value) as row (a, b, c, d, e)
    on conflict do nothing;`,
  ),
  appendFunction(
    'append_sessions',
    '_agent text[], _session text[]',
    `
  insert into agent_session (agent_id, session_id)
    select distinct on (a) a, b from unnest(_agent, _session) with ordinality as row (a, b, place)
    order by a, place desc
    on conflict (agent_id) do update set session_id = excluded.session_id;`,
  ),
  appendFunction(
    'append_snapshot',
    '_number bigint, _at bigint, _part integer, _text text, _is_last boolean',
    `
  insert into routing_snapshot_part (number, part, text) values (_number, _part, _text) on conflict do nothing;
  if _is_last then
    insert into routing_snapshot (number, at) values (_number, _at) on conflict do nothing;
  end if;`,
  ),
  // What is outside, where it is now. Rows whose value is null are gone.
  appendFunction(
    'append_outside',
    '_system text[], _subject text[], _value text[]',
    `
  insert into outside_state (system, subject, value)
    select distinct on (a, b) a, b, c::jsonb
    from unnest(_system, _subject, _value) with ordinality as row (a, b, c, place)
    order by a, b, place desc
    on conflict (system, subject) do update set value = excluded.value;
  delete from outside_state where value is null;`,
  ),
];
