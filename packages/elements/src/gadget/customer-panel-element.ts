import type { CustomerHistory, DeskTask } from '@eyeline/machines';
import type { InteractionId, KnownCustomer } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { exactMoment, shortMoment, spanOf } from '../parts/moment.ts';
import { peerOf } from '../parts/peer.ts';
import { desk } from '../sentences/desk.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';
import { base } from '../theme/base.ts';
import { customerForm } from './customer-form.ts';
import { formValues, formValuesStyles } from './form-values.ts';
import { knownCustomer, knownCustomerStyles } from './known-customer.ts';

/**
 * Who the customer is and what they told us before.
 *
 * @tagname eyeline-customer-panel
 */
export class CustomerPanelElement extends LitElement {
  static override styles = [
    base,
    formValuesStyles,
    knownCustomerStyles,
    css`
      :host {
        display: block;
        overflow: auto;
      }

      aside {
        display: grid;
        gap: 24px;
        padding: 18px 20px;
      }

      section {
        display: grid;
        gap: 12px;
      }

      h3 {
        font-weight: 600;
      }
    `,
  ];
  static override properties: PropertyDeclarations = { task: { attribute: false }, historyOf: { attribute: false } };

  declare task: DeskTask | null;
  declare historyOf: ((interactionId: InteractionId) => CustomerHistory) | null;

  readonly #clock = new ClockController(this, 30_000);
  readonly #conversation = new ActorController(
    this,
    // Whoever is asked by a colleague sees the customer whom it is about.
    () => this.task?.reading ?? this.task?.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.task = null;
    this.historyOf = null;
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#conversation.value;
    if (!context || context.interaction.lastSeq === 0) return nothing;
    const { interaction, entryPoint } = context;
    const joined = interaction.milestones.find(one => one.kind === 'joined');
    return html`
      <aside aria-label=${deskConversation.customer} tabindex="0">
        <section>
          <h2 dir="auto">${peerOf(context)?.name || desk.customer}</h2>
          ${knownCustomer(interaction.customer)}
          ${formValues(customerForm(context), peerOf(context)?.name ?? '')}
        </section>
        <section>
          <h3>${deskConversation.thisVisit}</h3>
          <dl class="form-values">
            <div><dt>${deskConversation.cameThrough}</dt><dd dir="auto">${entryPoint?.title ?? interaction.entryPointId}</dd></div>
            <div><dt>${deskConversation.opened}</dt><dd title=${exactMoment(interaction.openedAt)}>${shortMoment(interaction.openedAt, this.#clock.now)}</dd></div>
            ${joined ? html`<div><dt>${deskConversation.waited}</dt><dd>${spanOf(joined.at - interaction.openedAt)}</dd></div>` : nothing}
          </dl>
        </section>
        ${this.#history(interaction.customer)}
      </aside>
    `;
  }

  /** Who only says who they are has none. */
  #history(customer: KnownCustomer | null): TemplateResult | typeof nothing {
    const { task, historyOf } = this;
    if (!task || task.reading || !historyOf || customer?.level !== 'verified') return nothing;
    return html`<eyeline-customer-history .historyOf=${historyOf} .interactionId=${task.interactionId}></eyeline-customer-history>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-customer-panel': CustomerPanelElement;
  }
}
