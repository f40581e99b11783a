import type { AgentId, InteractionId, InvitationId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { InvitationRecord } from '../../store/store.ts';
import type { Change } from '../change.ts';
import { Invitation } from './invitation.ts';
import { codeFor, hashOf } from './invitation-code.ts';

const nothing: ReadonlySet<InvitationId> = new Set();

/** All links that somebody may still ask about. */
export class Invitations {
  readonly #key: Uint8Array;
  readonly #all = new Map<InvitationId, Invitation>();
  readonly #byHash = new Map<string, InvitationId>();
  readonly #byInteraction = new Map<InteractionId, Set<InvitationId>>();
  readonly #bySubject = new Map<string, Set<InvitationId>>();

  /** `key`: what the codes follow from. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  get(invitationId: InvitationId): Invitation | undefined {
    return this.#all.get(invitationId);
  }

  /** By the code in its link. */
  find(code: string): Invitation | undefined {
    const invitationId = this.#byHash.get(hashOf(code));
    return invitationId && this.#all.get(invitationId);
  }

  /** Those into one interaction, the oldest first. */
  of(interactionId: InteractionId): readonly Invitation[] {
    return this.#each(this.#byInteraction.get(interactionId));
  }

  /** Those that another system asked for under this name, the oldest first. */
  about(subject: string): readonly Invitation[] {
    return this.#each(this.#bySubject.get(subject));
  }

  /** Those by which guests come to this agent, the oldest first. */
  to(agentId: AgentId): readonly Invitation[] {
    return this.#each(this.#all.keys()).filter(one => one.hostId === agentId && one.role === 'guest');
  }

  all(): Iterable<Invitation> {
    return this.#all.values();
  }

  /** The code of its link; null where it was made with another key. */
  codeOf({ invitationId, codeHash }: Pick<Invitation, 'invitationId' | 'codeHash'>): string | null {
    const code = codeFor(this.#key, invitationId);
    return hashOf(code) === codeHash ? code : null;
  }

  newHash(invitationId: InvitationId): string {
    return hashOf(codeFor(this.#key, invitationId));
  }

  /** A new one, or one that is another now. */
  keep(change: Change, invitation: Invitation): void {
    const before = this.#all.get(invitation.invitationId);
    this.#set(invitation);
    const { invitationId, codeHash, expiresAt, ...rest } = invitation;
    change.keepInvitation({ invitationId, codeHash, expiresAt, value: rest });
    change.onUndo(() => (before ? this.#set(before) : this.#delete(invitation)));
  }

  /** @throws ValiError where it is not what was kept */
  restore({ invitationId, codeHash, expiresAt, value }: InvitationRecord): void {
    this.#set(v.parse(Invitation, { ...(value instanceof Object ? value : {}), invitationId, codeHash, expiresAt }));
  }

  /** Those that expired before that instant. */
  forget(before: number): void {
    for (const one of [...this.#all.values()]) if (one.expiresAt <= before) this.#delete(one);
  }

  #each(ids: Iterable<InvitationId> = nothing): readonly Invitation[] {
    return [...ids].flatMap(id => this.#all.get(id) ?? []);
  }

  #set(invitation: Invitation): void {
    const { invitationId, codeHash, interactionId, subject } = invitation;
    const before = this.#all.get(invitationId);
    if (before && before.interactionId !== interactionId) take(this.#byInteraction, before.interactionId, invitationId);
    this.#all.set(invitationId, invitation);
    this.#byHash.set(codeHash, invitationId);
    put(this.#byInteraction, interactionId, invitationId);
    if (subject !== null) put(this.#bySubject, subject, invitationId);
  }

  #delete({ invitationId, codeHash, interactionId, subject }: Invitation): void {
    this.#all.delete(invitationId);
    this.#byHash.delete(codeHash);
    take(this.#byInteraction, interactionId, invitationId);
    if (subject !== null) take(this.#bySubject, subject, invitationId);
  }
}

const put = <K>(index: Map<K, Set<InvitationId>>, key: K, invitationId: InvitationId): unknown =>
  index.set(key, (index.get(key) ?? new Set<InvitationId>()).add(invitationId));

function take<K>(index: Map<K, Set<InvitationId>>, key: K, invitationId: InvitationId): void {
  const ids = index.get(key);
  if (ids?.delete(invitationId) && ids.size === 0) index.delete(key);
}
