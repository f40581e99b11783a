import type { AgentActor, AgentIntent } from '@eyeline/machines';
import type { Invitation, InvitationId } from '@eyeline/protocol';
import { css, html, nothing, type TemplateResult } from 'lit';
import { deskInvite } from '../sentences/desk-invite.ts';

/** So many are listed, the latest first. */
const listedCount = 8;

interface InvitationListProps {
  readonly invitations: readonly Invitation[];
  readonly now: number;
  readonly actor: AgentActor | null;
  readonly can: (intent: AgentIntent) => boolean;
  /** Which link was copied last. */
  readonly copied: InvitationId | null;
  readonly onCopy: (invitation: Invitation) => void;
}

/** The links that were sent last: how each stands, and what may be done with it. */
export function invitationList(props: InvitationListProps): TemplateResult | typeof nothing {
  if (props.invitations.length === 0) return nothing;
  return html`
    <section class="links" aria-labelledby="links">
      <h3 id="links">${deskInvite.links}</h3>
      <ul>${props.invitations
        .slice(-listedCount)
        .toReversed()
        .map(one => item(one, props))}</ul>
    </section>
  `;
}

/** A link that ran out since the server said how it stands. */
const standing = ({ state, expiresAt }: Invitation, now: number): Invitation['state'] =>
  state !== 'opened' && state !== 'revoked' && expiresAt <= now ? 'expired' : state;

function item(invitation: Invitation, { now, actor, can, copied, onCopy }: InvitationListProps): TemplateResult {
  const { invitationId, to, link, failure } = invitation;
  const state = standing(invitation, now);
  const whose = to ?? deskInvite.toCopy;
  const isGood = state === 'made' || state === 'sending' || state === 'sent' || state === 'failed';
  const again: AgentIntent = { type: 'invite-again', invitationId };
  const withdraw: AgentIntent = { type: 'withdraw-invitation', invitationId };
  const press = (intent: AgentIntent) => () => {
    if (!can(intent)) return;
    actor?.send({ type: 'dismiss-failure' });
    actor?.send(intent);
  };
  const button = (label: string, onPress: () => void, isPossible = true) => html`
    <button class="button quiet" type="button" aria-label=${deskInvite.of(label, whose)}
      aria-disabled=${isPossible ? nothing : 'true'} @click=${onPress}>${label}</button>`;
  return html`
    <li>
      <p class="whose"><bdi>${whose}</bdi> <span class="state ${state}" role="status">${deskInvite.states[state]}</span></p>
      ${failure && state === 'failed' ? html`<p class="why" dir="auto">${failure}</p>` : nothing}
      <div class="actions">
        ${isGood && link ? button(copied === invitationId ? deskInvite.copied : deskInvite.copy, () => onCopy(invitation)) : nothing}
        ${isGood && to && state !== 'sending' ? button(deskInvite.again, press(again), can(again)) : nothing}
        ${isGood ? button(deskInvite.withdraw, press(withdraw), can(withdraw)) : nothing}
      </div>
    </li>
  `;
}

export const invitationListStyles = css`
  .links {
    flex: none;
    padding: 8px 16px 12px;
    border-top: 1px solid var(--_line);
  }

  .links h3 {
    color: var(--_muted);
    font-size: var(--_size-body);
    line-height: 20px;
  }

  .links ul {
    padding: 0;
    overflow: visible;
  }

  .links li {
    padding: 4px 0;
  }

  .links .whose {
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }

  .links .state {
    color: var(--_muted);
    white-space: nowrap;
  }

  .links .state::before {
    content: '· ';
  }

  .links .state.opened {
    color: var(--_success);
    font-weight: 600;
  }

  .links .state.failed,
  .links .why {
    color: var(--_danger);
  }

  .links .why {
    overflow-wrap: anywhere;
  }

  .links .actions {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -8px;
  }

  .links .actions .button {
    padding: 4px 8px;
  }
`;
