import type { AgentStatus, Domain, DomainState } from '@eyeline/protocol';
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { downPath } from '../icons/paths.ts';
import { menuToggled } from '../parts/menu-toggled.ts';
import { deskState } from '../sentences/desk-state.ts';
import type { AgentWords } from './agent-words.ts';
import { domainLine, domainsOf } from './domain-words.ts';
import { stateSign } from './state-sign.ts';

const tones: Readonly<Record<DomainState, AgentWords['tone']>> = {
  ready: 'ready',
  active: 'ready',
  reserved: 'offered',
  busy: 'busy',
  'pending-not-ready': 'busy',
  interrupted: 'away',
  'not-ready': 'away',
};

/** How the agent stands in each kind of work, in one line that opens. Needs the styles `menuStyles` and `stateSigns`. */
export const domainMenu = (agent: AgentStatus): TemplateResult => html`
  <button class="domain-line" type="button" popovertarget="kinds" aria-haspopup="true" title=${deskState.byDomain}>
    <span>${domainLine(agent)}</span>${icon(downPath)}
  </button>
  <div class="menu to-start" id="kinds" popover @toggle=${menuToggled} role="group" aria-label=${deskState.byDomain}>
    <ul class="domains" aria-label=${deskState.byDomain}>
      ${domainsOf(agent).map(domain => row(agent, domain))}
    </ul>
  </div>
`;

function row({ domains, capacity }: AgentStatus, domain: Domain): TemplateResult | typeof nothing {
  const state = domains[domain];
  if (!state) return nothing;
  const { used, of } = capacity[domain] ?? { used: 0, of: 1 };
  return html`<li data-domain=${domain}>
    ${stateSign(tones[state])}<span>${deskState.domains[domain]}</span><b>${used}/${of}</b
    ><span class="muted">${deskState.domainStates[state]}</span>
  </li>`;
}

export const domainMenuStyles = css`
  .domain-line {
    display: flex;
    gap: 2px;
    align-items: center;
    min-width: 0;
    min-height: 24px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: transparent;
    color: var(--_muted);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .domain-line:hover {
    color: var(--_text);
  }

  .domain-line span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-height: 16px;
    overflow-wrap: anywhere;
  }

  .domain-line .icon {
    flex: none;
    width: 16px;
    height: 16px;
  }

  .domains {
    display: grid;
    grid-template-columns: auto auto auto 1fr;
  }

  .domains li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    gap: 8px;
    align-items: center;
    min-height: 32px;
    padding: 0 8px;
  }

  .domains .state-sign {
    width: 16px;
    height: 16px;
  }

  .domains b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
