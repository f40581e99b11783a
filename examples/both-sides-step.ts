import type { AgentSession } from '@eyeline/sdk';

type Desk = ReturnType<AgentSession['actor']['getSnapshot']>;

export type Side = 'customer' | 'agent' | 'both' | null;

const hints = {
  'sign-in': { side: 'agent', text: 'You are the agent: sign in at the desk.' },
  'go-ready': { side: 'agent', text: 'Now press “Go ready”, so that customers come to you.' },
  ask: { side: 'customer', text: 'You are the customer: open the chat in the shop’s corner and fill the form.' },
  accept: { side: 'agent', text: 'The customer is offered to the agent: accept.' },
  chat: { side: 'both', text: 'Connected. Write something from both sides.' },
  video: { side: 'both', text: 'Now see each other: start the video on one side and accept it on the other.' },
  'hang-up': { side: 'both', text: 'You see both pictures. The chat goes on beside them. Hang up when you like.' },
  'wrap-up': { side: 'agent', text: 'The agent ends the chat, says what it was about, and is ready again.' },
  done: { side: null, text: 'That was a whole conversation. Have another if you like.' },
} as const satisfies Record<string, { side: Side; text: string }>;

/** How far a newcomer has come. */
export type Step = keyof typeof hints;

export const hintOf = (step: Step): { readonly side: Side; readonly text: string } => hints[step];

/** In the order of the list on the page; `done` comes after it. */
export const steps = Object.keys(hints);

/** What is to be done next, as the agent's desk shows it; `last` is what was to be done before. */
export function stepOf({ context }: Desk, last: Step): Step {
  const { agent, offers, tasks } = context;
  if (!agent) return 'sign-in';
  const [task] = tasks;
  if (!task) {
    if (offers.length > 0) return 'accept';
    if (agent.state !== 'ready') return 'go-ready';
    return last === 'wrap-up' || last === 'done' ? 'done' : 'ask';
  }
  const { interaction, participantId } = task.conversation.getSnapshot().context;
  if (interaction.closed) return 'wrap-up';
  if (interaction.call?.state === 'active') return 'hang-up';
  if (interaction.milestones.some(one => one.kind === 'call-ended')) return 'wrap-up';
  const own = interaction.messages.some(one => one.participantId === participantId);
  const theirs = interaction.messages.some(one => one.participantId !== participantId);
  return interaction.call || (own && theirs) ? 'video' : 'chat';
}
