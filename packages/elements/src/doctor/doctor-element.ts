import type { Doctor, Examination } from '@eyeline/machines';
import { type Check, type DoctorReport, doctorReport } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { checkPath } from '../icons/doctor-paths.ts';
import { icon } from '../icons/icon.ts';
import { againPath, closePath, warningPath } from '../icons/paths.ts';
import { doctorFaults, doctor as words } from '../sentences/doctor.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { tokens } from '../theme/tokens.ts';
import { nameOf, outcomeOf, standingOf } from './check-words.ts';
import { doctorStyles } from './doctor-styles.ts';

const paths = {
  ...{ idle: 'M10 9.9v.1', running: againPath, skipped: 'M6 10h8' },
  ...{ success: checkPath, attention: warningPath, failed: closePath },
} as const;
const verdictPaths = { good: checkPath, impaired: warningPath, none: closePath } as const;

/**
 * Looks whether a video call would work from this page, before there is one, and says what to do where it would not.
 *
 * @fires {CustomEvent<DoctorReport>} eyeline-examined - it is done, with all that was found
 * @csspart checks
 * @csspart verdict
 * @tagname eyeline-doctor
 */
export class DoctorElement extends LitElement {
  static override styles = [tokens, base, buttons, doctorStyles];
  static override properties: PropertyDeclarations = {
    doctor: { attribute: false },
    theme: { reflect: true },
    bare: { type: Boolean },
    checks: { state: true },
    report: { state: true },
    note: { state: true },
  };

  /** What looks; the sdk's `createDoctor()`. */
  declare doctor: Doctor | null;
  declare theme: 'auto' | 'light' | 'dark';
  /** Without a title: what is around it has one. */
  declare bare: boolean;
  declare checks: readonly Check[];
  declare report: DoctorReport | null;
  declare note: string;
  #examination: Examination | null = null;
  /** How often it was begun or ended: what an earlier one says is not heard any more. */
  #count = 0;

  constructor() {
    super();
    this.doctor = null;
    this.theme = 'auto';
    this.bare = false;
    this.checks = [];
    this.report = null;
    this.note = '';
  }

  /** Looks at everything, from the press of a button: the browser may ask for camera and microphone. */
  async examine(): Promise<DoctorReport | null> {
    if (!this.doctor || this.#examination) return null;
    this.report = null;
    this.note = '';
    const count = ++this.#count;
    this.#examination = this.doctor.examine(checks => {
      if (this.#count === count) this.checks = checks;
    });
    this.requestUpdate();
    const findings = await this.#examination.findings;
    // It was taken off the page, or begun anew.
    if (this.#count !== count) return null;
    this.#examination = null;
    this.checks = findings.checks;
    this.report = doctorReport(findings, code => doctorFaults[code]);
    this.dispatchEvent(new CustomEvent('eyeline-examined', { detail: this.report, bubbles: true, composed: true }));
    return this.report;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#examination?.stop();
    this.#examination = null;
    this.#count += 1;
  }

  override render(): TemplateResult {
    const isRunning = this.#examination !== null;
    return html`
      <section aria-label=${words.title}>
        ${this.bare ? nothing : html`<header><h2>${words.title}</h2></header>`}
        ${this.bare && this.checks.length > 0 ? nothing : html`<p class="muted">${words.intro}</p>`}
        <div role="status">${isRunning ? html`<p class="heard">${words.checking}</p>` : this.#verdict()}</div>
        ${this.#faults()} ${this.#list()}
        <div class="buttons">
          ${isRunning ? this.#button(words.stop, () => this.#examination?.stop()) : this.#button(this.report ? words.again : words.start, () => this.examine(), 'primary')}
          ${
            this.report
              ? html`
                ${this.#button(words.copy, () => this.#copy())} ${this.#button(words.download, () => this.#download())}
              `
              : nothing
          }
        </div>
        <p role="status">${this.note}</p>
      </section>
    `;
  }

  #button(name: string, press: () => unknown, look = ''): TemplateResult {
    return html`<button class="button ${look}" type="button" ?disabled=${this.doctor === null} @click=${press}>${name}</button>`;
  }

  #verdict(): TemplateResult | typeof nothing {
    if (!this.report) return nothing;
    const { verdict } = this.report;
    return html`<p part="verdict" class="verdict ${verdict}">${icon(verdictPaths[verdict])}<span>${words[verdict]}</span></p>`;
  }

  #faults(): TemplateResult | typeof nothing {
    const { faults = [] } = this.report ?? {};
    if (faults.length === 0) return nothing;
    // In the language that is read now, which may be another than when it was found.
    const sentences = new Map(faults.map(({ code, level }) => [doctorFaults[code], level]));
    return html`
      <div class="faults">
        <h3 id="to-do">${words.toDo}</h3>
        <ul class="faults" aria-labelledby="to-do">
          ${[...sentences].map(([sentence, level]) => html`<li class=${level}>${icon(warningPath)}<span>${sentence}</span></li>`)}
        </ul>
      </div>
    `;
  }

  #list(): TemplateResult | typeof nothing {
    if (this.checks.length === 0) return nothing;
    return html`
      <ul part="checks" class="checks" aria-label=${words.checks}>
        ${this.checks.map(
          check => html`
            <li class=${standingOf(check)}>
              ${icon(paths[standingOf(check)])}
              <span>${nameOf(check)}</span>
              <span class="outcome">${outcomeOf(check)}</span>
              ${check.target === undefined ? nothing : html`<bdi class="target">${check.target}</bdi>`}
            </li>
          `,
        )}
      </ul>
    `;
  }

  async #copy(): Promise<void> {
    this.note = await navigator.clipboard.writeText(this.#text()).then(
      () => words.copied,
      () => words.notCopied,
    );
  }

  #download(): void {
    const href = URL.createObjectURL(new Blob([this.#text()], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href, download: words.reportFile }).click();
    URL.revokeObjectURL(href);
  }

  #text(): string {
    return `${JSON.stringify(this.report, null, 2)}\n`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-doctor': DoctorElement;
  }
  interface HTMLElementEventMap {
    'eyeline-examined': CustomEvent<DoctorReport>;
  }
}
