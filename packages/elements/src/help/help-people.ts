import type { Interaction, ParticipantId } from '@eyeline/protocol';

/** Told apart on pictures of any colour, by people who do not see all colours too; each is drawn with a dark edge. */
const colours = ['#ffb000', '#4cc9ff', '#ff7ab8', '#8ee65c', '#c9a6ff', '#ffffff'] as const;

/** The colour of somebody's marks: the same on every page, since all have the same log. */
export function colourOf({ participants }: Interaction, participantId: ParticipantId): string {
  const place = participants.findIndex(one => one.participantId === participantId);
  return colours[Math.max(0, place) % colours.length] ?? colours[0];
}
