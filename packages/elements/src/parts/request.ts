import type { ConversationContext } from '@eyeline/machines';
import { isDeferred } from './is-deferred.ts';

/** What the customer asked in the form: the first thing that they said, before anybody was there to answer. */
export interface RequestLine {
  readonly kind: 'request';
  readonly key: 'request';
  readonly isOwn: boolean;
  /** The customer's name. */
  readonly name: string;
  readonly at: number;
  readonly text: string;
}

type Asked = Pick<ConversationContext, 'interaction' | 'entryPoint' | 'participantId'>;

/** Null where nothing was asked, or where the request is a task of its own and not a chat. */
export function requestOf({ interaction, entryPoint, participantId }: Asked): RequestLine | null {
  const customer = interaction.participants[0];
  const fields = entryPoint?.form.filter(({ type }) => type === 'textarea') ?? [];
  const text = fields.flatMap(({ name }) => interaction.form[name]?.trim() || []).join('\n\n');
  if (!customer || isDeferred(interaction.domain) || text === '') return null;
  const isOwn = customer.participantId === participantId;
  return { kind: 'request', key: 'request', isOwn, name: customer.name, at: interaction.openedAt, text };
}

/** The lines with the request as the first below their day. */
export function withRequest<Line>(
  entries: readonly Line[],
  request: RequestLine | null,
): readonly (Line | RequestLine)[] {
  return request ? [...entries.slice(0, 1), request, ...entries.slice(1)] : entries;
}
