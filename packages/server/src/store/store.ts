import type { AgentId, Fact, InteractionId } from '@eyeline/protocol';
import type { RoutingInput, RoutingSnapshot } from '@eyeline/routing';
import * as v from 'valibot';
import type { ApplicationStore } from './applications/application-store.ts';
import type { KeptDirectory } from './kept-directory.ts';
import type { WebhookStore } from './webhooks/webhook-store.ts';

/** What an account may do. A supervisor sees all queues and agents; an administrator also changes accounts. */
export const AccountRole = v.picklist(['agent', 'supervisor', 'administrator']);
export type AccountRole = v.InferOutput<typeof AccountRole>;

/** An input that routing was given, numbered 1, 2, 3 … in the order of decisions. */
export interface InputRecord {
  readonly number: number;
  readonly at: number;
  readonly input: RoutingInput;
}

/** What a command was answered, so that its repetition gets the same answer. */
export interface CommandRecord {
  /** Whose command it was: ids of different identities do not meet. */
  readonly scope: string;
  readonly commandId: string;
  readonly name: string;
  readonly at: number;
  /** Undefined where it is too old to be wanted. */
  readonly value: unknown;
}

/** What is wanted of the commands that were carried out: so many ids since an instant, and of the newest the answers. */
export interface Kept {
  /** UTC ms. */
  readonly since: number;
  readonly ids: number;
  readonly answers: number;
}

/** The one sign-in of an agent that counts; null when signed out. */
export interface SessionRecord {
  readonly agentId: AgentId;
  readonly sessionId: string | null;
}

/** `live`: has to be in memory after a restart, because something can still happen to it. */
export interface InteractionRecord {
  readonly interactionId: InteractionId;
  readonly live: boolean;
}

/**
 * What we did to something outside, as an agent's phone at Finesse, so that it is undone after a restart, wherever that
 * is.
 */
export interface OutsideRecord {
  readonly system: string;
  /** Whose it is there; empty for what concerns all of them. */
  readonly subject: string;
  /** JSON; null: nothing of ours is left on it. */
  readonly value: unknown;
}

/** A link by which somebody comes, as it is now. */
export interface InvitationRecord {
  readonly invitationId: string;
  /** SHA-256 of the code in its link, hex: the code itself is kept nowhere. */
  readonly codeHash: string;
  /** UTC ms. */
  readonly expiresAt: number;
  /** JSON, read by those who made it. */
  readonly value: unknown;
}

/** Conversations in which a customer was proven, the newest first. */
export interface ConversationsQuery {
  /** Among whom the id is one customer's. */
  readonly realm: string;
  readonly customerId: string;
  /** When they were proven, UTC ms. */
  readonly since: number;
  /** The next ones after this one. */
  readonly before: ProvenConversation | undefined;
  readonly limit: number;
}

export interface ProvenConversation {
  readonly interactionId: InteractionId;
  /** UTC ms. */
  readonly at: number;
}

/** What somebody put into a conversation. */
export interface StoredFile {
  readonly interactionId: string;
  readonly fileId: string;
  readonly mediaType: string;
  /** UTC ms. */
  readonly at: number;
  readonly content: Uint8Array;
}

export interface Snapshot {
  /** The last input that is in the state. */
  readonly number: number;
  readonly state: RoutingSnapshot;
}

/** A piece of a snapshot's JSON. The snapshot counts from its last part on. */
export interface SnapshotPart {
  readonly number: number;
  /** The instant of the state, UTC ms. */
  readonly at: number;
  /** 0, 1, 2 … */
  readonly part: number;
  readonly text: string;
  readonly isLast: boolean;
}

/** What is stored together or not at all. */
export interface Batch {
  readonly facts: readonly Fact[];
  readonly inputs: readonly InputRecord[];
  readonly commands: readonly CommandRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly interactions: readonly InteractionRecord[];
  readonly outside: readonly OutsideRecord[];
  readonly invitations: readonly InvitationRecord[];
  readonly snapshot: SnapshotPart | null;
}

/** What others may know of an account. */
export interface AccountProfile {
  readonly username: string;
  readonly name: string;
  readonly role: AccountRole;
  /** Who it is at Cisco's side, where it came from there; null for Eyeline's own. */
  readonly ciscoId: string | null;
  /** Cannot sign in. */
  readonly isDisabled: boolean;
  /** Came with the demo, so that everybody knows its password; may sign in while the demo runs. */
  readonly isDemo: boolean;
}

/** An account of Eyeline's own. */
export type OwnAccount = Omit<Account, 'ciscoId' | 'isDisabled' | 'passwordHash'> & { readonly passwordHash: string };

/** What may be changed of an account; what is left out stays. */
export type AccountChange = Partial<Pick<Account, 'role' | 'isDisabled' | 'isDemo' | 'passwordHash'>>;

/** A token for requests over HTTP that is still good. */
export interface ApiToken {
  readonly tokenId: string;
  readonly agentId: AgentId;
  /** UTC ms. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export interface Account extends AccountProfile {
  readonly agentId: AgentId;
  /** Null where another system knows the password. */
  readonly passwordHash: string | null;
}

/** Decisions to go through again: from a snapshot, or from the very first input. */
export interface Recorded {
  readonly snapshots: readonly Snapshot[];
  /** After the first snapshot, in order. */
  readonly inputs: readonly InputRecord[];
}

/** What is kept aside because it could not be stored or read. */
export interface SetAsideRecord {
  readonly at: number;
  readonly kind: string;
  /** Which record it is. */
  readonly subject: string;
  readonly reason: string;
  /** What it was; null where it is stored elsewhere. */
  readonly content: string | null;
}

/** Something that is stored and cannot be read. */
export interface Unreadable {
  /** Which record it is, for a person. */
  readonly subject: string;
  readonly error: unknown;
}

/** An account that is there and cannot be read, but for whose it is. */
export interface UnreadableAccount extends Unreadable {
  readonly username: string;
  readonly ciscoId: string | null;
}

/** All that a server needs to go on where the last one stopped, without what cannot be read. */
export interface Stored {
  readonly unreadable: readonly Unreadable[];
  /** Live interactions of which a fact cannot be read: none of their facts are here. */
  readonly lost: readonly InteractionId[];
  /** Of routing's last input, also where inputs or snapshot cannot be read; 0 when there never was one. */
  readonly lastNumber: number;
  readonly snapshot: Snapshot | null;
  /** After the snapshot, in order. */
  readonly inputs: readonly InputRecord[];
  /** Of all live interactions, each log in order. */
  readonly facts: readonly Fact[];
  readonly commands: readonly CommandRecord[];
  readonly sessions: readonly SessionRecord[];
}

export interface Store {
  /** Which engine this is, for the log: `PGlite` or `PostgreSQL`. */
  readonly engine: string;
  /** Resolves when another server has taken it over and this one can store nothing any more, with what a person should know. */
  readonly lost: Promise<string>;
  /** How far those have come who are told of what happens. */
  readonly applications: ApplicationStore;
  readonly webhooks: WebhookStore;
  /** On disk when it resolves. Storing the same batch again changes nothing. */
  append(batch: Batch): Promise<void>;
  load(commands: Kept): Promise<Stored>;
  /** What of ours is outside; it is for those who put it there to say whether it can be read. */
  loadOutside(): Promise<readonly OutsideRecord[]>;
  /** Those that expire after that instant; it is for those who made them to say whether they can be read. */
  loadInvitations(after: number): Promise<readonly InvitationRecord[]>;
  /** Removes those that expired before. */
  forgetInvitations(before: number): Promise<void>;
  /** @throws UnreadableRecord */
  loadFacts(interactionId: InteractionId): Promise<readonly Fact[]>;
  findConversations(query: ConversationsQuery): Promise<readonly ProvenConversation[]>;
  /** User names are compared without regard to case. One that cannot be read is none. */
  findAccount(username: string): Promise<Account | null>;
  /** Without those that cannot be read, which are added to `unreadable`. */
  loadAccounts(unreadable?: UnreadableAccount[]): Promise<ReadonlyMap<AgentId, AccountProfile>>;
  /** What was decided since an instant, from the last snapshot before it on. */
  loadDecisions(since: number): Promise<Recorded>;
  /** Removes decisions of before that instant, as far as nothing after it needs them. */
  forgetDecisions(before: number): Promise<void>;
  /** False when the user name is taken. */
  addAccount(account: OwnAccount): Promise<boolean>;
  changeAccount(agentId: AgentId, change: AccountChange): Promise<void>;
  /** Beside the newest tokens of this agent; older ones make room. */
  addToken(token: ApiToken): Promise<void>;
  /** Those that are good at that instant, the newest first. */
  loadTokens(agentId: AgentId, now: number): Promise<readonly ApiToken[]>;
  hasToken(tokenId: string, agentId: AgentId): Promise<boolean>;
  /** All of the agent's, or one of them. Answers with how many there were. */
  revokeTokens(agentId: AgentId, tokenId?: string): Promise<number>;
  /** On disk when it resolves. One that is there already stays as it is. */
  addFile(file: StoredFile): Promise<void>;
  loadFile(interactionId: string, fileId: string): Promise<Uint8Array | null>;
  removeFile(interactionId: string, fileId: string): Promise<void>;
  /**
   * What came from Cisco; null when nothing ever did.
   * @throws UnreadableRecord
   */
  loadDirectory(): Promise<KeptDirectory | null>;
  /** What came from Cisco, and the accounts that follow from it: both or nothing. Accounts are known by their agent. */
  keepDirectory(directory: KeptDirectory, accounts: readonly Account[]): Promise<void>;
  /** The secret of that name; made by `make` and kept the first time. */
  secret(name: string, make: () => string): Promise<string>;
  /** Removes the commands that are not wanted any more. */
  forgetCommands(kept: Kept): Promise<void>;
  /** Keeps a bad record aside; only so many, the oldest go first. */
  setAside(record: SetAsideRecord): Promise<void>;
  /** Rejects when the store does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}
