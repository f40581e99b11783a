import type { Term } from '../configuration/term.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import { planOf } from '../pool/lanes.ts';
import { queueOf } from '../pool/plans.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';

/**
 * What must hold after every decision, worked out the slow way, from the records alone. Throws where it does not.
 * @param offersBefore how many offers had been made before the decision
 */
export function checkInvariants(state: RoutingState, offersBefore: number): void {
  const agentSessions = [...state.agentSessions.values()];
  const tasks = [...state.tasks.values()];
  for (const agentSession of agentSessions) checkCapacity(state, agentSession);
  checkHands(state, agentSessions);
  checkExternalTasks(state, tasks);
  checkConsults(state, tasks);
  for (const task of tasks) {
    const mode = task.consult ? 'push' : queueOf(state, task.queueId)?.mode;
    if (task.state !== 'queued' || mode === 'pull' || mode === 'outside') continue;
    for (const agentSession of agentSessions)
      if (couldServe(state, agentSession, task))
        throw new Error(`${agentSession.agent.agentId} is idle while ${task.taskId} waits`);
  }
  for (const { offerId, taskId, purpose } of state.offers.values())
    if (purpose === 'ask' && Number(offerId.slice('offer-'.length)) > offersBefore) checkFairness(state, tasks, taskId);
  if ((state.timers.first()?.at ?? Number.POSITIVE_INFINITY) <= state.now)
    throw new Error('A passed deadline was left');
}

/** Of what we gave out ourselves: a router outside goes by its own rules. And what we offer finds room beside everything. */
function checkCapacity(state: RoutingState, { agent, profile }: AgentSession): void {
  const rules = state.configuration.domains;
  const inHand = agent.inHand.filter(({ taskId }) => state.tasks.get(taskId)?.externalTask === null);
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  if (offer?.purpose === 'ask' && offer.phase === 'open' && inHand.length < agent.inHand.length)
    if (rules[offer.domain].exclusive || agent.inHand.some(({ domain }) => rules[domain].exclusive))
      throw new Error(`${agent.agentId} is offered ${offer.taskId} beside what came from outside`);
  const exclusive = inHand.filter(({ domain }) => rules[domain].exclusive);
  if (exclusive.length > 1) throw new Error(`${agent.agentId} serves two exclusive tasks`);
  if (exclusive.length === 1) {
    const beside = inHand.filter(held => held !== exclusive[0]);
    if (beside.some(({ domain }) => !rules[domain].interruptible)) throw new Error(`${agent.agentId} is torn`);
    return;
  }
  let weight = 0;
  const counts: Record<string, number> = {};
  for (const { domain } of inHand) {
    weight += rules[domain].weight;
    counts[domain] = (counts[domain] ?? 0) + 1;
    if ((counts[domain] ?? 0) > profile.domains[domain]) throw new Error(`${agent.agentId} has too many of ${domain}`);
  }
  if (weight > 100) throw new Error(`${agent.agentId} is over capacity`);
}

/** Tasks, offers and agents agree on who has what. */
function checkHands(state: RoutingState, agentSessions: readonly AgentSession[]): void {
  const held = new Map<string, string>();
  for (const { agent } of agentSessions)
    for (const { taskId } of agent.inHand) {
      if (held.has(taskId)) throw new Error(`${taskId} is in two hands`);
      held.set(taskId, agent.agentId);
    }
  for (const { taskId, state: taskState, agentId, offerId } of state.tasks.values()) {
    const inHand = taskState === 'active' || taskState === 'wrapping-up';
    if (inHand !== held.has(taskId)) throw new Error(`${taskId} is ${taskState}, in hand: ${held.has(taskId)}`);
    if (inHand && held.get(taskId) !== agentId) throw new Error(`${taskId} is in other hands`);
    const isOffered = taskState === 'offered' || taskState === 'preparing';
    if (isOffered && state.offers.get(offerId ?? ('' as never))?.taskId !== taskId)
      throw new Error(`${taskId} has no offer`);
  }
  for (const { offerId, agentId, taskId } of state.offers.values()) {
    if (state.agentSessions.get(agentId)?.agent.offerId !== offerId)
      throw new Error(`${agentId} does not know of ${offerId}`);
    if (state.tasks.get(taskId)?.offerId !== offerId) throw new Error(`${taskId} does not know of ${offerId}`);
  }
}

/** Who waits for a router outside has an external task there, and nobody else; and of each external task it is known what becomes of it. */
function checkExternalTasks(state: RoutingState, tasks: readonly Task[]): void {
  for (const { taskId, externalTask: number, state: taskState, queueId, offerId, consult } of tasks) {
    const waits = taskState === 'queued' || taskState === 'offered' || taskState === 'preparing';
    const offer = offerId === null ? undefined : state.offers.get(offerId);
    // An offer that we made before the queue changed hands stands.
    const isOurs = offer !== undefined && offer.purpose !== 'outside';
    const isOutside = waits && !isOurs && !consult && queueOf(state, queueId)?.mode === 'outside';
    const externalTask = number === null ? undefined : state.externalTasks.get(number);
    if (
      isOutside &&
      (!externalTask || externalTask.isReleased || externalTask.isTaken || externalTask.queueId !== queueId)
    )
      throw new Error(`${taskId} waits for nobody`);
    if (waits && !isOutside && number !== null) throw new Error(`${taskId} is still routed outside`);
    if (number !== null && externalTask?.taskId !== taskId)
      throw new Error(`${taskId} has somebody else's external task`);
    if (offer?.purpose === 'outside' && offer.holdsVoice) throw new Error(`${taskId} takes a phone`);
  }
  for (const { number, taskId, isReleased } of state.externalTasks.values())
    if (!isReleased && state.tasks.get(taskId)?.externalTask !== number)
      throw new Error(`External task ${number} is forgotten`);
}

/** A consult is about a task that is with who asks, who never has it; and there is one at most. */
function checkConsults(state: RoutingState, tasks: readonly Task[]): void {
  const consults = tasks.filter(({ consult }) => consult);
  if (consults.length !== state.consults.size) throw new Error('The consults are not those that are known');
  for (const { taskId, agentId, domain, consult } of consults) {
    if (!consult) continue;
    const about = state.tasks.get(consult.about);
    if (state.consults.get(consult.about) !== taskId) throw new Error(`${consult.about} does not know of ${taskId}`);
    if (about?.state !== 'active' || about.agentId !== consult.askerId) throw new Error(`${taskId} is an orphan`);
    if (agentId === consult.askerId) throw new Error(`${agentId} is asked by themselves`);
    if (domain !== 'chat') throw new Error(`${taskId} is no chat`);
  }
}

/** Nobody of the same kind who stands before still waits. */
function checkFairness(state: RoutingState, tasks: readonly Task[], taskId: string): void {
  const chosen = tasks.find(task => task.taskId === taskId);
  if (!chosen) return;
  const plan = planOf(state, chosen);
  for (const other of tasks) {
    // Nobody is asked by themselves.
    if (other.consult && other.consult.askerId === chosen.agentId) continue;
    const isAlike = other.state === 'queued' && other.step >= chosen.step && planOf(state, other) === plan;
    if (isAlike && other.declines.length === 0 && other.order < chosen.order)
      throw new Error(`${chosen.taskId} was offered before ${other.taskId}`);
  }
}

function couldServe(state: RoutingState, { agent, profile }: AgentSession, task: Task): boolean {
  const { configuration, now } = state;
  const rules = configuration.domains;
  if (agent.state !== 'ready' || !agent.connected || agent.offerId !== null || agent.pendingReason !== null)
    return false;
  if (!agent.domains.includes(task.domain) || profile.domains[task.domain] === 0) return false;
  const decline = task.declines.find(({ agentId }) => agentId === agent.agentId);
  if (task.consult && (decline || task.consult.askerId === agent.agentId)) return false;
  if (decline && decline.at + configuration.policy.declinePauseMs > now) return false;
  if (!isFound(state, task, profile.skills, agent.agentId)) return false;
  const weight = agent.inHand.reduce((sum, { domain }) => sum + rules[domain].weight, rules[task.domain].weight);
  const same = agent.inHand.filter(({ domain }) => domain === task.domain).length;
  if (weight > 100 || same >= profile.domains[task.domain]) return false;
  if (agent.inHand.some(({ domain }) => rules[domain].exclusive)) return false;
  if (rules[task.domain].exclusive && agent.inHand.length > 0) return false;
  const voiceRule = queueOf(state, task.queueId)?.voice ?? rules[task.domain].voice;
  if (voiceRule === 'ignored' || !profile.voiceChannel) return true;
  const voice = state.voices.get(agent.agentId);
  if (voice?.hold === 'held') return now < voice.heldSince + configuration.policy.holdLimitMs;
  return voice?.hold === 'none' && voice.state === 'ready' && now >= voice.restsUntil;
}

/** Is this agent among those whom the task looks for by now? */
function isFound(state: RoutingState, task: Task, skills: Readonly<Record<string, number>>, agentId: string): boolean {
  const queue = queueOf(state, task.queueId);
  if (!queue) return false;
  if (task.preferredAgentId === agentId) return true;
  if (task.insists) return false;
  const shift = task.preferredAgentId === null ? 0 : 1;
  const wanted: Term[] = queue.steps.length > 0 ? queue.steps.map(({ term }) => term) : [{ all: queue.skills }];
  return (
    wanted.slice(0, Math.max(0, task.step - shift + 1)).some(term => does(term, skills)) &&
    task.skills.every(term => does(term, skills))
  );
}

function does(term: Term, skills: Readonly<Record<string, number>>): boolean {
  if ('all' in term) return term.all.every(inner => does(inner, skills));
  if ('any' in term) return term.any.some(inner => does(inner, skills));
  const level = skills[term.skill] ?? 0;
  return level >= (term.atLeast ?? (term.atMost === undefined ? 1 : 0)) && level <= (term.atMost ?? 10);
}
