import type { VoiceHold } from './agent-blending.ts';
import type { AgentDraft } from './agent-draft.ts';
import type { NotReadyMark } from './agent-view.ts';
import type { CommandRefusal } from './input.ts';

type Phase<Name extends VoiceHold['phase']> = Extract<VoiceHold, { phase: Name }>;

/** Brings an agent's voice hold up to what is known now: the view, the time and what was refused. See SPEC.md, 7. */
export function followAgent(draft: AgentDraft, refused?: CommandRefusal): void {
  const { voiceHold } = draft.agent;
  switch (voiceHold.phase) {
    case 'idle':
      // A command that was given up took effect after all.
      if (draft.isHeldByUs()) {
        const heldAs = ourMark(draft);
        // A hidden mark may be somebody else's doing, and the command still come.
        if (!draft.isHidden) draft.settleOne();
        beginRelease(draft, heldAs);
      }
      return;
    case 'asked':
      followAsked(draft, voiceHold, refused);
      return;
    case 'held':
      followHeld(draft, voiceHold);
      return;
    case 'releasing':
      followReleasing(draft, voiceHold, refused);
      return;
  }
}

/** Takes a free agent: sends the first command. */
export function askForHold(draft: AgentDraft, voiceHoldId: string): void {
  const [way] = draft.openWays();
  if (way === undefined) {
    draft.refuse(voiceHoldId, 'no-way');
    return;
  }
  draft.become({ phase: 'asked', voiceHoldId, way, triedWays: [way], ...draft.send(way, 'not-ready') });
}

/** Begins to make an agent ready whom we made not ready. */
export function beginRelease(draft: AgentDraft, heldAs: NotReadyMark, voiceHoldId?: string): void {
  const voiceHold = { phase: 'releasing', heldAs, tries: 0, deadlineAt: draft.now } as const;
  draft.become(voiceHoldId === undefined ? voiceHold : { ...voiceHold, voiceHoldId });
  followAgent(draft);
}

function followAsked(draft: AgentDraft, voiceHold: Phase<'asked'>, refused?: CommandRefusal): void {
  const { voiceHoldId } = voiceHold;
  switch (draft.view.standing) {
    case 'not-ready':
      if (draft.view.mark === 'call-ended') {
        // A call came and went; whether our command was carried out besides is not to be seen.
        draft.fail(voiceHoldId, 'call-came');
        followAgent(draft);
        return;
      }
      if (!draft.isHeldByUs()) {
        draft.fail(voiceHoldId, 'agent-not-ready');
        return;
      }
      draft.become({ phase: 'held', voiceHoldId, heldAs: ourMark(draft), isInterrupted: false });
      draft.settleOne();
      draft.notify('voice-hold.held', voiceHoldId);
      return;
    case 'reserved':
    case 'on-call':
    case 'wrapping-up':
      draft.fail(voiceHoldId, 'call-came');
      return;
    case 'gone':
      draft.fail(voiceHoldId, 'signed-out');
      return;
    case 'free':
    case 'pending-not-ready':
    case 'unknown':
  }
  // A refusal of the command at hand settles it; one that is late does not come here.
  if (refused !== undefined) draft.settleOne();
  if (refused !== undefined && refused !== 'failed') {
    draft.fail(voiceHoldId, 'refused');
    return;
  }
  if (refused === undefined && draft.now < voiceHold.deadlineAt) return;
  draft.isPollWanted = true;
  if (voiceHold.way === undefined) {
    draft.fail(voiceHoldId, 'not-confirmed');
    return;
  }
  const way = draft.openWays().find(each => !voiceHold.triedWays.includes(each));
  // Nothing more is asked of somebody who may be on a call: UCCX takes one pending change a call.
  if (way !== undefined && draft.view.standing === 'free') {
    draft.become({
      phase: 'asked',
      voiceHoldId,
      way,
      triedWays: [...voiceHold.triedWays, way],
      ...draft.send(way, 'not-ready'),
    });
    return;
  }
  const { triedWays, token } = voiceHold;
  const deadlineAt = draft.now + draft.policy.checkTimeoutMs;
  draft.become({ phase: 'asked', voiceHoldId, triedWays, token, deadlineAt });
}

function followHeld(draft: AgentDraft, voiceHold: Phase<'held'>): void {
  const { voiceHoldId } = voiceHold;
  const interrupt = (why: 'call-came' | 'agent-ready' | 'signed-out', heldAs: NotReadyMark | undefined) => {
    if (!voiceHold.isInterrupted)
      draft.effects.push({ type: 'voice-hold.interrupted', agentId: draft.agentId, voiceHoldId, why });
    draft.become({ phase: 'held', voiceHoldId, isInterrupted: true, ...(heldAs ? { heldAs } : {}) });
  };
  switch (draft.view.standing) {
    case 'not-ready': {
      // A second command of ours may come late, after the agent was ready in between.
      const heldAs =
        voiceHold.heldAs && draft.isStill(voiceHold.heldAs)
          ? voiceHold.heldAs
          : draft.isHeldByUs()
            ? ourMark(draft)
            : undefined;
      draft.become({ phase: 'held', voiceHoldId, isInterrupted: false, ...(heldAs ? { heldAs } : {}) });
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
      // After a call that routing did not give, the agent is not ready as before.
      interrupt('call-came', voiceHold.heldAs);
      return;
    case 'pending-not-ready':
    case 'unknown':
  }
}

function followReleasing(draft: AgentDraft, voiceHold: Phase<'releasing'>, refused?: CommandRefusal): void {
  const isDue = draft.now >= voiceHold.deadlineAt;
  const end = () => {
    if (voiceHold.tries > 1) draft.set({ quietUntil: draft.now + draft.policy.requestTimeoutMs });
    draft.become({ phase: 'idle' });
    draft.notify('voice-hold.released', voiceHold.voiceHoldId);
  };
  switch (draft.view.standing) {
    case 'free':
    case 'gone':
      end();
      return;
    case 'reserved':
    case 'on-call':
    case 'wrapping-up':
      // Nothing holds the agent for us any more; whether they are not ready again afterwards is still ours to see.
      draft.isPollWanted ||= isDue;
      draft.become({
        phase: 'releasing',
        heldAs: voiceHold.heldAs,
        tries: voiceHold.tries,
        deadlineAt: isDue ? draft.now + draft.policy.retryMaxMs : voiceHold.deadlineAt,
        isWaiting: true,
      });
      draft.notify('voice-hold.released', voiceHold.voiceHoldId);
      return;
    case 'not-ready':
      if (!draft.isStill(voiceHold.heldAs)) {
        end();
        return;
      }
      break;
    case 'pending-not-ready':
    case 'unknown':
      draft.isPollWanted ||= isDue;
  }
  const { isWaiting, ...asked } = voiceHold;
  const ways = draft.openWays();
  if (refused !== undefined) {
    // The state forbids it: the next change of it, or a while, is waited for. Otherwise the next way is tried at once.
    const isBlocked = refused !== 'failed' || voiceHold.tries >= ways.length;
    draft.become({ ...asked, deadlineAt: isBlocked ? draft.now + retryPause(draft, voiceHold.tries) : draft.now });
    if (!isBlocked) followAgent(draft);
    return;
  }
  if (!isDue && !(isWaiting && draft.view.standing === 'not-ready')) return;
  if (voiceHold.tries > 0) draft.isPollWanted = true;
  const way = ways[voiceHold.tries % Math.max(1, ways.length)];
  // Only the gadget can see for itself that the agent is still not ready by us.
  const canAsk = way !== undefined && (draft.view.standing === 'not-ready' || way === 'gadget');
  const tries = voiceHold.tries + 1;
  const pause = voiceHold.tries >= ways.length ? retryPause(draft, voiceHold.tries) : 0;
  if (!canAsk) {
    draft.become({ ...asked, tries, deadlineAt: draft.now + Math.max(pause, draft.policy.retryMs) });
    return;
  }
  const sent = draft.send(way, 'ready');
  draft.become({ ...asked, tries, token: sent.token, deadlineAt: Math.max(sent.deadlineAt, draft.now + pause) });
}

function retryPause({ policy }: AgentDraft, tries: number): number {
  return Math.min(policy.retryMaxMs, policy.retryMs * 2 ** Math.min(tries, 20));
}

/** How an agent looks whom we made not ready, to know it again. */
function ourMark({ view, agent }: AgentDraft): NotReadyMark {
  const { mark = 'chosen' } = view;
  return mark === 'call-ended' || mark === 'unexplained' ? (agent.outstanding?.marks.at(-1) ?? 'chosen') : mark;
}
