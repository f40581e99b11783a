import type { ColumnType, Generated } from 'kysely';

/** Instants and counters: PostgreSQL's bigint, which drivers give back as text. */
type Big = ColumnType<string | number | bigint, number, number>;
/** Given by the database where nobody says otherwise. */
type Numbered = ColumnType<string | number | bigint, number | undefined, number>;
/** A counter or instant that may be missing. */
type BigOrNull = ColumnType<string | number | bigint | null, number | null | undefined, number | null>;
/** Given as text, so that a batch can travel as arrays of text. */
type Json = ColumnType<unknown, string, string>;

/** The tables, as the migrations make them. */
export interface Database {
  fact: { interaction_id: string; seq: number; at: Big; name: string; payload: Json; position: Numbered };
  interaction: { interaction_id: string; live: boolean };
  /** Text of JSON: only routing reads it. */
  routing_input: { number: Big; at: Big; input: string };
  /** `state` is null where the text is in parts. */
  routing_snapshot: { number: Big; at: Big; state: string | null };
  routing_snapshot_part: { number: Big; part: number; text: string };
  command: { scope: string; command_id: string; name: string; at: Big; value: Json };
  agent_account: {
    agent_id: string;
    username: string;
    name: string;
    password_hash: string | null;
    role: string;
    cisco_id: string | null;
    is_disabled: Generated<boolean>;
    is_demo: Generated<boolean>;
  };
  api_token: { token_id: string; agent_id: string; issued_at: Big; expires_at: Big };
  application: { application_id: string; name: string; scopes: Json; entry_points: Json; created_at: Big };
  application_secret: {
    secret_id: string;
    application_id: string;
    secret_hash: string;
    issued_at: Big;
    expires_at: ColumnType<string | number | bigint | null, number | null, number | null>;
    last_used_at: ColumnType<string | number | bigint | null, number | null, number | null>;
  };
  invitation: { invitation_id: string; code_hash: string; expires_at: Big; value: Json };
  /** Who was proven in which interaction, and when. */
  proven_customer: { realm: string; customer_id: string; interaction_id: string; at: Big };
  file: { interaction_id: string; file_id: string; media_type: string; at: Big; content: Uint8Array };
  /** One row: what came from Cisco. */
  directory: { source: string; value: Json };
  agent_session: { agent_id: string; session_id: string | null };
  outside_state: { system: string; subject: string; value: Json };
  set_aside: { id: Generated<string>; at: Big; kind: string; subject: string; reason: string; content: string | null };
  secret: { name: string; value: string };
  webhook_subscription: {
    subscription_id: string;
    position: Big;
    paused: string | null;
    paused_at: BigOrNull;
    hold_until: BigOrNull;
    failures: Generated<number>;
    delivered_at: BigOrNull;
    seen_at: Big;
    version: Numbered;
  };
  webhook_lag: {
    subscription_id: string;
    interaction_id: string;
    seq: number;
    attempts: number;
    due_at: Big;
    since: Big;
  };
  webhook_dead: {
    subscription_id: string;
    interaction_id: string;
    seq: number;
    at: Big;
    attempts: number;
    reason: string;
  };
  webhook_attempt: {
    id: Generated<string>;
    subscription_id: string;
    at: Big;
    event_id: string;
    name: string;
    attempt: number;
    status: number | null;
    reason: string | null;
    ms: number;
  };
  /** One row: the server that may write. */
  writer: { id: Generated<number>; holder: string | null; epoch: Big; beats: Big };
}
