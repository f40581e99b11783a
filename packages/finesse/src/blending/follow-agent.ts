import type { Claim } from './agent-blending.ts';
import type { AgentDraft } from './agent-draft.ts';
import type { AwayMark } from './agent-view.ts';
import type { WishRefusal } from './input.ts';

type Phase<Name extends Claim['phase']> = Extract<Claim, { phase: Name }>;

/** Brings an agent's claim up to what is known now: the view, the time and what was refused. See SPEC.md, 7. */
export function followAgent(draft: AgentDraft, refused?: WishRefusal): void {
  const { claim } = draft.agent;
  switch (claim.phase) {
    case 'idle':
      // A wish that was given up took effect after all.
      if (draft.isAwayByUs()) {
        const ours = ourMark(draft);
        // A hidden mark may be somebody else's doing, and the wish still come.
        if (!draft.isHidden) draft.settleOne();
        beginReturn(draft, ours);
      }
      return;
    case 'taking':
      followTaking(draft, claim, refused);
      return;
    case 'taken':
      followTaken(draft, claim);
      return;
    case 'returning':
      followReturning(draft, claim, refused);
      return;
  }
}

/** Takes a free agent: sends the first wish. */
export function beginTaking(draft: AgentDraft, claimId: string): void {
  const [way] = draft.openWays();
  if (way === undefined) {
    draft.refuse(claimId, 'no-way');
    return;
  }
  draft.become({ phase: 'taking', claimId, way, triedWays: [way], ...draft.send(way, 'away') });
}

/** Begins to make an agent ready whom we made away. */
export function beginReturn(draft: AgentDraft, ours: AwayMark, claimId?: string): void {
  const claim = { phase: 'returning', ours, tries: 0, deadlineAt: draft.now } as const;
  draft.become(claimId === undefined ? claim : { ...claim, claimId });
  followAgent(draft);
}

function followTaking(draft: AgentDraft, claim: Phase<'taking'>, refused?: WishRefusal): void {
  const { claimId } = claim;
  switch (draft.view.standing) {
    case 'away':
      if (draft.view.mark === 'call-ended') {
        // A call came and went; whether our wish was carried out besides is not to be seen.
        draft.fail(claimId, 'call-came');
        followAgent(draft);
        return;
      }
      if (!draft.isAwayByUs()) {
        draft.fail(claimId, 'agent-away');
        return;
      }
      draft.become({ phase: 'taken', claimId, ours: ourMark(draft), isInterrupted: false });
      draft.settleOne();
      draft.tell('claim.taken', claimId);
      return;
    case 'reserved':
    case 'on-call':
    case 'wrapping-up':
      draft.fail(claimId, 'call-came');
      return;
    case 'gone':
      draft.fail(claimId, 'signed-out');
      return;
    case 'free':
    case 'pending-away':
    case 'unknown':
  }
  // A refusal of the wish at hand settles it; one that is late does not come here.
  if (refused !== undefined) draft.settleOne();
  if (refused !== undefined && refused !== 'failed') {
    draft.fail(claimId, 'refused');
    return;
  }
  if (refused === undefined && draft.now < claim.deadlineAt) return;
  draft.isPollWanted = true;
  if (claim.way === undefined) {
    draft.fail(claimId, 'not-confirmed');
    return;
  }
  const way = draft.openWays().find(each => !claim.triedWays.includes(each));
  // Nothing more is asked of somebody who may be on a call: UCCX takes one pending change a call.
  if (way !== undefined && draft.view.standing === 'free') {
    draft.become({ phase: 'taking', claimId, way, triedWays: [...claim.triedWays, way], ...draft.send(way, 'away') });
    return;
  }
  const { triedWays, token } = claim;
  const deadlineAt = draft.now + draft.policy.checkPatienceMs;
  draft.become({ phase: 'taking', claimId, triedWays, token, deadlineAt });
}

function followTaken(draft: AgentDraft, claim: Phase<'taken'>): void {
  const { claimId } = claim;
  const interrupt = (why: 'call-came' | 'agent-ready' | 'signed-out', ours: AwayMark | undefined) => {
    if (!claim.isInterrupted) draft.effects.push({ type: 'claim.interrupted', agentId: draft.agentId, claimId, why });
    draft.become({ phase: 'taken', claimId, isInterrupted: true, ...(ours ? { ours } : {}) });
  };
  switch (draft.view.standing) {
    case 'away': {
      // A second wish of ours may come late, after the agent was ready in between.
      const ours =
        claim.ours && draft.isStill(claim.ours) ? claim.ours : draft.isAwayByUs() ? ourMark(draft) : undefined;
      draft.become({ phase: 'taken', claimId, isInterrupted: false, ...(ours ? { ours } : {}) });
      return;
    }
    case 'free':
      interrupt('agent-ready', undefined);
      return;
    case 'gone':
      interrupt('signed-out', undefined);
      return;
    case 'reserved':
    case 'on-call':
    case 'wrapping-up':
      // After a call that routing did not give, the agent is away as before.
      interrupt('call-came', claim.ours);
      return;
    case 'pending-away':
    case 'unknown':
  }
}

function followReturning(draft: AgentDraft, claim: Phase<'returning'>, refused?: WishRefusal): void {
  const isDue = draft.now >= claim.deadlineAt;
  const end = () => {
    if (claim.tries > 1) draft.set({ quietUntil: draft.now + draft.policy.requestPatienceMs });
    draft.become({ phase: 'idle' });
    draft.tell('claim.released', claim.claimId);
  };
  switch (draft.view.standing) {
    case 'free':
    case 'gone':
      end();
      return;
    case 'reserved':
    case 'on-call':
    case 'wrapping-up':
      // Nothing holds the agent for us any more; whether they are away again afterwards is still ours to see.
      draft.isPollWanted ||= isDue;
      draft.become({
        phase: 'returning',
        ours: claim.ours,
        tries: claim.tries,
        deadlineAt: isDue ? draft.now + draft.policy.retryMaxMs : claim.deadlineAt,
        isWaiting: true,
      });
      draft.tell('claim.released', claim.claimId);
      return;
    case 'away':
      if (!draft.isStill(claim.ours)) {
        end();
        return;
      }
      break;
    case 'pending-away':
    case 'unknown':
      draft.isPollWanted ||= isDue;
  }
  const { isWaiting, ...asked } = claim;
  const ways = draft.openWays();
  if (refused !== undefined) {
    // The state forbids it: the next change of it, or a while, is waited for. Otherwise the next way is tried at once.
    const isBlocked = refused !== 'failed' || claim.tries >= ways.length;
    draft.become({ ...asked, deadlineAt: isBlocked ? draft.now + retryPause(draft, claim.tries) : draft.now });
    if (!isBlocked) followAgent(draft);
    return;
  }
  if (!isDue && !(isWaiting && draft.view.standing === 'away')) return;
  if (claim.tries > 0) draft.isPollWanted = true;
  const way = ways[claim.tries % Math.max(1, ways.length)];
  // Only the gadget can see for itself that the agent is still away by us.
  const canAsk = way !== undefined && (draft.view.standing === 'away' || way === 'gadget');
  const tries = claim.tries + 1;
  const pause = claim.tries >= ways.length ? retryPause(draft, claim.tries) : 0;
  if (!canAsk) {
    draft.become({ ...asked, tries, deadlineAt: draft.now + Math.max(pause, draft.policy.retryMs) });
    return;
  }
  const sent = draft.send(way, 'back');
  draft.become({ ...asked, tries, token: sent.token, deadlineAt: Math.max(sent.deadlineAt, draft.now + pause) });
}

function retryPause({ policy }: AgentDraft, tries: number): number {
  return Math.min(policy.retryMaxMs, policy.retryMs * 2 ** Math.min(tries, 20));
}

/** How our away looks, to know it again. */
function ourMark({ view, agent }: AgentDraft): AwayMark {
  const { mark = 'chosen' } = view;
  return mark === 'call-ended' || mark === 'unexplained' ? (agent.owed?.marks.at(-1) ?? 'chosen') : mark;
}
