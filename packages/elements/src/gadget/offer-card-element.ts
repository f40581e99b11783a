import type { AgentActor } from '@eyeline/machines';
import type { Offer } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClockController } from '../controller/clock-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { personPath, voicePath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { videoPath } from '../icons/paths.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { spanOf } from '../parts/moment.ts';
import { callStart } from '../sentences/call-start.ts';
import { desk } from '../sentences/desk.ts';
import { deskOffer } from '../sentences/desk-offer.ts';
import { deskState } from '../sentences/desk-state.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { countdownRing, countdownRings } from './countdown-ring.ts';
import { formValues, formValuesStyles } from './form-values.ts';
import { knownCustomerStyles, whatIsKnown, whoItIs } from './known-customer.ts';
import { offerCardStyles } from './offer-card-styles.ts';
import { type OfferAnswer, OfferKeys, offerKeys } from './offer-keys.ts';

/** A wait so short is no wait yet. */
const justNowMs = 10_000;

/**
 * One customer, proposed to this agent until a time, or a colleague who asks about one. Says who, what, since when and what
 * the customer wrote. Takes no focus: who is typing goes on typing, and answers with two keys.
 *
 * @tagname eyeline-offer-card
 */
export class OfferCardElement extends LitElement {
  static override styles = [
    base,
    buttons,
    avatars,
    countdownRings,
    formValuesStyles,
    knownCustomerStyles,
    offerCardStyles,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    offer: { attribute: false },
  };

  declare actor: AgentActor | null;
  declare offer: Offer | null;

  readonly #desk = new DeskController(this, () => this.actor);
  /** When this offer was first seen here, by the page's own clock. */
  #seenAt = 0;

  constructor() {
    super();
    this.actor = null;
    this.offer = null;
    this.addController(new ClockController(this, 1000));
    this.addController(new OfferKeys(answer => this.#answer(answer)));
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('offer')) this.#seenAt = performance.now();
  }

  override render(): TemplateResult | typeof nothing {
    const { offer } = this;
    if (!offer) return nothing;
    const shownMs = performance.now() - this.#seenAt;
    const leftMs = Math.max(0, offer.remainingMs - shownMs);
    const waitedMs = offer.madeAt - offer.queuedAt + offer.timeoutMs - leftMs;
    const { consult, call } = offer;
    const customer = offer.customerName || desk.somebody;
    const name = consult?.askerName ?? customer;
    const isBusy = !this.#desk.can({ type: 'accept-offer', offerId: offer.offerId });
    return html`
      <section aria-label=${consult ? deskOffer.offerOfColleague(name) : deskOffer.offer(name)}>
        <div class="who">
          ${avatar(name, icon(personPath))}
          <div>
            <h2 dir="auto">${sentence(consult ? deskOffer.colleagueAsks(isolate(name)) : isolate(name))}</h2>
            <p class="muted">${consult ? sentence(deskOffer.consultAbout(isolate(customer))) : html`${deskState.domains[offer.domain]} · <bdi>${offer.queue || offer.title}</bdi>`}</p>
          </div>
          ${countdownRing(leftMs, offer.timeoutMs)}
        </div>
        ${
          consult
            ? html`<blockquote class="why" dir="auto">${consult.question}</blockquote>`
            : html`<p class="why">${waitedMs < justNowMs ? deskOffer.justCome : sentence(deskOffer.waitingFor(isolate(spanOf(waitedMs))))}</p>`
        }
        ${
          call
            ? html`<p class="wants">${icon(call.kind === 'voice' ? voicePath : videoPath)}<span><b>${deskOffer.wants[call.kind]}</b>
                ${callStart.meanings.agent[call.kind]} ${call.atOnce ? deskOffer.atOnce : ''}</span></p>`
            : nothing
        }
        ${whoItIs(offer.customer)}
        <div class="form">${formValues(offer.form, offer.customerName)}</div>
        ${whatIsKnown(offer.customer)}
        <div class="answers">
          ${this.#button('decline', deskOffer.decline, '', isBusy)} ${this.#button('accept', deskOffer.accept, 'primary', isBusy)}
        </div>
      </section>
    `;
  }

  #button(answer: OfferAnswer, label: string, look: string, isBusy: boolean) {
    return html`
      <button class="button ${look}" type="button" aria-keyshortcuts=${offerKeys[answer]}
        aria-disabled=${isBusy ? 'true' : nothing} @click=${() => this.#answer(answer)}>
        <span>${label}<span class="heard"> ${deskOffer.answerOf}</span></span><kbd aria-hidden="true">${offerKeys[answer]}</kbd>
      </button>
    `;
  }

  #answer(answer: OfferAnswer): void {
    if (!this.offer) return;
    const { offerId } = this.offer;
    this.actor?.send(answer === 'accept' ? { type: 'accept-offer', offerId } : { type: 'decline-offer', offerId });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-offer-card': OfferCardElement;
  }
}
