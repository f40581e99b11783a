import type { AgentId } from '@eyeline/protocol';
import { routingDomains } from '../domain.ts';
import { pullList } from '../query/pull-list.ts';
import { attemptOutcomes } from '../record/callback.ts';
import type { Task } from '../record/task.ts';
import { agentIds, type History } from './history.ts';
import { callWindow, commandFor } from './history-command.ts';
import { configurations, historyQueues } from './history-configuration.ts';
import { externalNews } from './outside-router.ts';

type Action = (history: History, about: number) => void;

/** What is done in a history, each as often as its number says. */
const actions: readonly (readonly [number, Action])[] = [
  [6, (history, about) => history.notify({ type: 'task.requested', ...commandFor(history, about) })],
  [1, bring],
  [4, actPhone],
  [4, (history, about) => answer(history, about, 'offer.accepted')],
  [1, (history, about) => answer(history, about, 'offer.declined')],
  [8, (history, about) => advance(history, choose(history.tasks(isOnItsWay), about))],
  [2, finish],
  [1, withdraw],
  [9, callBack],
  [1, askForCallback],
  [4, escalate],
  [2, goBack],
  [1, changeDomain],
  [3, pick],
  [2, pickOnVoice],
  [2, transfer],
  [1, prioritise],
  [3, drain],
  [1, changeAgent],
  [2, beginAgain],
  [1, comeAndGo],
  [1, setPhone],
  [1, history => history.tick()],
  [1, (history, about) => history.pass(20_000 + (about % 5) * 20_000)],
  [2, consult],
  [5, endConsult],
  [4, (history, about) => history.notify(externalNews(history.state, about, agentIds))],
  [2, rare],
];

const total = actions.reduce((sum, [weight]) => sum + weight, 0);

/** Each number is an action and what it is about; read in the light of the state, so that most make sense. */
export function live(history: History, numbers: readonly number[]): void {
  for (const number of numbers) {
    history.now += [0, 0, 300, 2_000, 9_000][number % 5] ?? 0;
    const { action, about } = actionFor(Math.floor(number / 5));
    action(history, about);
  }
}

function actionFor(number: number): { readonly action: Action; readonly about: number } {
  let left = number % total;
  const found = actions.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  return { action: found?.[1] ?? rare, about: Math.floor(number / total) };
}

function choose<T>(list: readonly T[], about: number): T | undefined {
  return list[about % Math.max(1, list.length)];
}

const agentFor = (about: number): AgentId => agentIds[about % agentIds.length] as AgentId;
const isOnItsWay = ({ state }: Task): boolean => state === 'preparing' || state === 'offered';
const isInHand = ({ state }: Task): boolean => state === 'active' || state === 'wrapping-up';

function actPhone(history: History, about: number): void {
  const agentId = choose(history.phones.agentIds, about);
  if (agentId) history.notify(history.phones.act(agentId));
}

function answer(history: History, about: number, type: 'offer.accepted' | 'offer.declined'): void {
  const offer = choose([...history.state.offers.values()], about);
  if (offer) history.notify({ type, offerId: offer.offerId, agentId: offer.agentId });
}

function finish(history: History, about: number): void {
  const task = choose(history.tasks(isInHand), about);
  if (task) history.notify({ type: task.state === 'active' ? 'task.ended' : 'task.wrapped-up', taskId: task.taskId });
}

/** An agent has a customer on the telephone already. */
function bring(history: History, about: number): void {
  const command = { ...commandFor(history, about), broughtBy: agentFor(Math.floor(about / 64)) };
  if (!command.callback) history.notify({ type: 'task.requested', ...command });
}

/** One step nearer to being served. */
function advance(history: History, task: Task | undefined): void {
  if (!task) return;
  const { taskId, state, agentId, offerId } = task;
  if (state === 'scheduled' && task.callback) history.pass(task.callback.dueAt - history.now);
  else if (state === 'preparing' && agentId) history.notify(history.phones.act(agentId));
  else if (state === 'offered' && agentId && offerId) history.notify({ type: 'offer.accepted', offerId, agentId });
  else if (state === 'wrapping-up') history.notify({ type: 'task.wrapped-up', taskId });
}

function withdraw(history: History, about: number): void {
  const task = choose(history.tasks(), about);
  if (task) history.notify({ type: 'task.withdrawn', taskId: task.taskId });
}

/** The callback that has come furthest goes on: asked for, due, offered, tried. */
function callBack(history: History, about: number): void {
  const stages: readonly Task['state'][] = ['wrapping-up', 'active', 'offered', 'preparing', 'scheduled'];
  const callbacks = history.tasks(({ callback }) => callback !== null);
  const stage = stages.find(one => callbacks.some(({ state }) => state === one));
  const task = choose(
    callbacks.filter(({ state }) => state === stage),
    about,
  );
  if (!task) {
    const command = {
      ...commandFor(history, about),
      domain: 'callback' as const,
      callback: callWindow(history, about),
    };
    history.notify({ type: 'task.requested', ...command });
  } else if (task.state === 'active') {
    const outcome = (['no-answer', ...attemptOutcomes] as const)[Math.floor(about / 7) % 5] ?? 'failed';
    history.notify({ type: 'callback.attempted', taskId: task.taskId, outcome });
  } else advance(history, task);
}

function askForCallback(history: History, about: number): void {
  const task = choose(history.tasks(), about);
  if (task) history.notify({ type: 'callback.asked', taskId: task.taskId, window: callWindow(history, about) });
}

/** A chat becomes video, and video becomes a chat again; sometimes its agent is ready for something else by then. */
function escalate(history: History, about: number): void {
  const active = history.tasks(({ state, domain }) => state === 'active' && domain !== 'callback');
  const escalated = active.filter(({ leftDomain }) => leftDomain !== null);
  const task = choose(about % 2 > 0 && escalated.length > 0 ? escalated : active, Math.floor(about / 2));
  if (!task) return;
  const { taskId, domain, agentId, leftDomain } = task;
  if (agentId && about % 3 === 0)
    history.notify({
      type: 'agent.asked-ready',
      agentId,
      domains: leftDomain === null ? ['chat', 'email'] : ['video'],
    });
  history.notify({ type: 'task.domain-asked', taskId, domain: leftDomain ?? (domain === 'video' ? 'chat' : 'video') });
}

/** Who was escalated wants what they had before; most agents are ready for it. */
function goBack(history: History, about: number): void {
  const escalated = history.tasks(({ state, leftDomain }) => state === 'active' && leftDomain !== null);
  const task = choose(escalated, about);
  if (task?.leftDomain) history.notify({ type: 'task.domain-asked', taskId: task.taskId, domain: task.leftDomain });
  else escalate(history, about * 2);
}

function changeDomain(history: History, about: number): void {
  const task = choose(history.tasks(), about);
  const domain = routingDomains[Math.floor(about / 7) % 5] ?? 'chat';
  if (task) history.notify({ type: 'task.domain-asked', taskId: task.taskId, domain });
}

/** Mostly what somebody sees listed, or a letter comes in; else anything, by anybody. */
function pick(history: History, about: number): void {
  const part = Math.floor(about / 4);
  if (about % 4 === 0) {
    const task = choose(history.tasks(), part);
    if (task) history.notify({ type: 'task.picked', taskId: task.taskId, agentId: agentFor(Math.floor(about / 9)) });
    return;
  }
  const seen = agentIds.flatMap(agentId => pullList(history.state, agentId).map(({ taskId }) => ({ agentId, taskId })));
  const found = choose(seen, part);
  if (found) history.notify({ type: 'task.picked', ...found });
  else history.notify({ type: 'task.requested', taskId: history.newTaskId(), domain: 'email', queueId: 'inbox' });
}

/** An agent picks a conversation just when a call comes in, which is a short one. Letters are read beside calls. */
function pickOnVoice(history: History, about: number): void {
  const seen = history.phones.agentIds.flatMap(agentId =>
    pullList(history.state, agentId).flatMap(({ taskId, domain }) => (domain === 'email' ? [] : { agentId, taskId })),
  );
  const found = choose(seen, about);
  if (!found) {
    pick(history, about);
    return;
  }
  history.notify(history.phones.set(found.agentId, 'busy'));
  history.notify({ type: 'task.picked', ...found });
  history.notify(history.phones.set(found.agentId, 'ready'));
}

function transfer(history: History, about: number): void {
  const task = choose(history.tasks(isInHand), about);
  if (task) history.notify({ type: 'task.transferred', taskId: task.taskId, newTask: commandFor(history, about) });
}

function prioritise(history: History, about: number): void {
  const task = choose(history.tasks(), about);
  if (task) history.notify({ type: 'task.prioritised', taskId: task.taskId, priority: 1 + (about % 10) });
}

/** Somebody with work in hand wants to stop, or wants to go on after all. */
function drain(history: History, about: number): void {
  const { agentSessions } = history.state;
  const busy = agentIds.filter(agentId => (agentSessions.get(agentId)?.agent.inHand.length ?? 0) > 0);
  const agentId = choose(busy, about) ?? agentFor(about);
  const isDraining = agentSessions.get(agentId)?.agent.pendingReason !== null;
  if (isDraining || about % 3 === 0) history.notify({ type: 'agent.asked-ready', agentId, domains: routingDomains });
  else history.notify({ type: 'agent.asked-not-ready', agentId, reason: 'lunch' });
}

function changeAgent(history: History, about: number): void {
  const agentId = agentFor(about);
  const type = (['agent.signed-out', 'agent.signed-in', 'some', 'all'] as const)[Math.floor(about / 5) % 4] ?? 'some';
  if (type === 'all') history.notify({ type: 'agent.asked-ready', agentId, domains: routingDomains });
  else if (type === 'some')
    history.notify({ type: 'agent.asked-ready', agentId, domains: about % 2 ? ['chat'] : ['video', 'chat'] });
  else history.notify({ type, agentId });
}

/** After a break everybody is ready again. */
function beginAgain(history: History): void {
  for (const agentId of agentIds) {
    const agent = history.state.agentSessions.get(agentId)?.agent;
    if (!agent) history.notify({ type: 'agent.signed-in', agentId });
    if (agent?.state !== 'ready') history.notify({ type: 'agent.asked-ready', agentId, domains: routingDomains });
  }
}

function comeAndGo(history: History, about: number): void {
  history.notify({
    type: about % 2 ? 'agent.disconnected' : 'agent.connected',
    agentId: agentFor(Math.floor(about / 2)),
  });
}

function setPhone(history: History, about: number): void {
  const state = (['ready', 'not-ready', 'busy', 'ready'] as const)[about % 4] ?? 'ready';
  history.notify(history.phones.set(agentFor(Math.floor(about / 4)), state));
}

function consult(history: History, about: number): void {
  const task = choose(history.tasks(isInHand), about);
  if (!task) return;
  const to = about % 3 === 0 ? { queueId: choose(historyQueues, Math.floor(about / 3)) } : {};
  const agentId = about % 3 === 1 ? { agentId: agentFor(Math.floor(about / 3)) } : {};
  history.notify({ type: 'consult.asked', taskId: history.newTaskId(), about: task.taskId, ...to, ...agentId });
}

/** A colleague comes, takes over or goes. */
function endConsult(history: History, about: number): void {
  const taskId = choose([...history.state.consults.values()], about);
  const asked = taskId && history.state.tasks.get(taskId);
  if (!asked) return;
  const domain = (['chat', 'chat', 'video', 'callback'] as const)[Math.floor(about / 4) % 4] ?? 'chat';
  if (about % 4 === 0) history.notify({ type: 'task.ended', taskId });
  else if (asked.state !== 'active') advance(history, asked);
  else history.notify({ type: 'consult.completed', taskId, newTaskId: history.newTaskId(), domain });
}

function rare(history: History, about: number): void {
  const which = Math.floor(about / 4);
  if (about % 4 === 0) history.crash();
  else if (about % 4 === 1) {
    const configuration = choose(configurations, which);
    if (configuration) history.notify({ type: 'configuration.changed', configuration });
  } else if (about % 4 === 2) {
    const [queueId = '', toQueueId] = [historyQueues[which % 5], historyQueues[Math.floor(which / 5) % 6]];
    history.notify({ type: 'queue.flushed', queueId, toQueueId });
  } else history.takeTwin();
}
