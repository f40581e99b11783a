import { type HelpActor, type Marks, marksOn, noMarks } from '@eyeline/machines';
import type { HelpedPicture, ParticipantId, PicturePoint } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { ActorController } from '../controller/actor-controller.ts';
import { help as sentences } from '../sentences/help.ts';
import { base } from '../theme/base.ts';
import { marksStyles } from './marks-styles.ts';
import { Pen } from './pen.ts';
import { type BoxPoint, type PictureView, toBox, toPicture } from './picture-view.ts';
import { placeWords } from './place-words.ts';

export type HelpTool = 'point' | 'draw';

/** What is to be shown on a picture, and what may be done there. */
export interface PictureHelp {
  readonly picture: HelpedPicture;
  readonly help: HelpActor;
  /** Null: the picture is looked at only. */
  readonly tool: HelpTool | null;
  readonly ownId: ParticipantId;
  readonly nameOf: (participantId: ParticipantId) => string;
  readonly colourOf: (participantId: ParticipantId) => string;
  /** The person is done with the tool. */
  readonly onDone: () => void;
}

const steps: Readonly<Record<string, PicturePoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Pointers and drawings over a picture, each at its place of the picture; with a tool in hand it is where one points and draws.
 * It stands in an `eyeline-video-tile`, whose picture it is.
 *
 * @tagname eyeline-marks
 */
export class MarksElement extends LitElement {
  static override styles = [base, marksStyles];
  static override properties: PropertyDeclarations = { on: { attribute: false } };

  /** Null: nothing is shown. */
  declare on: PictureHelp | null;

  readonly #marks = new ActorController(
    this,
    () => this.on?.help,
    snapshot => snapshot.context.marks,
  );
  readonly #resizes = new ResizeObserver(() => this.requestUpdate());
  readonly #pen = new Pen(signal => this.on?.help.send({ type: 'mark', signal }));
  readonly #onResize = () => {
    this.#notice();
    this.requestUpdate();
  };
  /** Whether the picture lay when it was seen last; null: it was not seen. */
  #wasWide: boolean | null = null;
  #video: HTMLVideoElement | null = null;
  /** Where the arrow keys have come to. */
  #at: PicturePoint = [0.5, 0.5];

  constructor() {
    super();
    this.on = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#pen.lift();
    this.#watch(null);
  }

  protected override updated(): void {
    if (!this.on?.tool) this.#pen.lift();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { on } = this;
    this.#watch(this.closest('eyeline-video-tile')?.video ?? null);
    const view = this.#view();
    if (!on || !view) return nothing;
    const marks = marksOn(this.#marks.value ?? noMarks, on.picture);
    const { width, height } = view.box;
    return html`
      <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
        ${marks.strokes.map(({ participantId, points }) =>
          strokeOf(
            points.map(one => toBox(view, one)),
            on.colourOf(participantId),
          ),
        )}
        ${marks.pointers.map(({ participantId, at }) => pointerOf(toBox(view, at), on.colourOf(participantId)))}
      </svg>
      ${marks.pointers.map(({ participantId, at }) => this.#name(participantId, toBox(view, at)))}
      <p class="heard" role="status">${heardOf(marks, on, view.mirrored)}</p>
      ${on.tool ? this.#area(on.tool) : nothing}
    `;
  }

  #name(participantId: ParticipantId, { x, y }: BoxPoint): TemplateResult | typeof nothing {
    const { on } = this;
    if (!on || participantId === on.ownId) return nothing;
    const place = { '--_x': `${x}px`, '--_y': `${y}px` };
    return html`<span class="name ${x > this.clientWidth / 2 ? 'before' : ''}" dir="auto" aria-hidden="true"
      style=${styleMap(place)}>${on.nameOf(participantId)}</span>`;
  }

  #area(tool: HelpTool): TemplateResult {
    return html`<div class="area ${tool}" tabindex="0" role="application"
      aria-label=${tool === 'point' ? sentences.pointArea : sentences.drawArea}
      @pointerdown=${this.#press} @pointermove=${this.#move} @pointerup=${this.#release} @pointercancel=${this.#release}
      @pointerleave=${this.#leave} @keydown=${this.#key}></div>`;
  }

  #view(): PictureView | null {
    const video = this.#video;
    const { clientWidth: width, clientHeight: height } = this;
    if (!video || !width || !height || !video.videoWidth || !video.videoHeight) return null;
    return {
      box: { width, height },
      picture: { width: video.videoWidth, height: video.videoHeight },
      fit: getComputedStyle(video).objectFit === 'contain' ? 'contain' : 'cover',
      mirrored: this.closest('eyeline-video-tile')?.mirrored ?? false,
    };
  }

  /** The picture's own shape may change while it is shown. */
  #watch(video: HTMLVideoElement | null): void {
    if (video === this.#video) return;
    for (const name of ['resize', 'loadedmetadata']) {
      this.#video?.removeEventListener(name, this.#onResize);
      video?.addEventListener(name, this.#onResize);
    }
    this.#video = video;
  }

  /** A telephone that is turned shows another picture: who shows it says that what was drawn is gone. */
  #notice(): void {
    const { on } = this;
    const { videoWidth: width = 0, videoHeight: height = 0 } = this.#video ?? {};
    if (!on || width === height) return;
    const isWide = width > height;
    const isTurned = this.#wasWide !== null && this.#wasWide !== isWide;
    this.#wasWide = isWide;
    const drawn = marksOn(this.#marks.value ?? noMarks, on.picture).strokes.length > 0;
    if (isTurned && drawn && on.picture.participantId === on.ownId)
      on.help.send({ type: 'mark', signal: { type: 'cleared', picture: on.picture } });
  }

  #placeOf({ clientX, clientY }: PointerEvent): PicturePoint | null {
    const view = this.#view();
    const { left, top } = this.getBoundingClientRect();
    return view && toPicture(view, { x: clientX - left, y: clientY - top });
  }

  readonly #press = (event: PointerEvent): void => {
    const { on } = this;
    const place = this.#placeOf(event);
    if (!on?.tool || !place || event.button !== 0) return;
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    this.#at = place;
    if (on.tool === 'draw') this.#pen.set(on.picture, place);
    else this.#pen.point(on.picture, place);
  };

  readonly #move = (event: PointerEvent): void => {
    const { on } = this;
    const place = this.#placeOf(event);
    if (!on?.tool || !place) return;
    this.#at = place;
    if (on.tool === 'draw') this.#pen.draw(place);
    else this.#pen.point(on.picture, place);
  };

  readonly #release = (): void => this.#pen.lift();

  readonly #leave = (): void => {
    if (this.on?.tool === 'point') this.#pen.point(this.on.picture, null);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { on } = this;
    const step = steps[event.key];
    const isPen = on?.tool === 'draw' && event.key === ' ';
    if (!on || !(step || isPen || event.key === 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') on.onDone();
    else if (step) this.#step(on, step, event.shiftKey ? 0.1 : 0.02);
    else if (this.#pen.isDown) this.#pen.lift();
    else this.#pen.set(on.picture, this.#at);
  };

  /** To the left of the one who looks, in a mirror too. */
  #step({ picture }: PictureHelp, [across, down]: PicturePoint, far: number): void {
    const mirrored = this.closest('eyeline-video-tile')?.mirrored ?? false;
    const [x, y] = this.#at;
    this.#at = [within(x + (mirrored ? -across : across) * far), within(y + down * far)];
    if (this.#pen.isDown) this.#pen.draw(this.#at);
    else this.#pen.point(picture, this.#at);
  }
}

const strokeOf = (points: readonly BoxPoint[], colour: string) => {
  // A press without a way is a dot.
  const [first] = points;
  const shown = points.length === 1 && first ? [first, { x: first.x + 0.1, y: first.y }] : points;
  const line = shown.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return svg`<polyline class="edge" points=${line}></polyline><polyline class="stroke" points=${line} stroke=${colour}></polyline>`;
};

const pointerOf = ({ x, y }: BoxPoint, colour: string) => svg`
  <g class="pointer" transform="translate(${x.toFixed(1)} ${y.toFixed(1)})">
    <circle class="halo" r="16" fill=${colour}></circle>
    <circle class="core" r="7" fill=${colour}></circle>
  </g>`;

/** What somebody hears who does not see it: of the others alone. */
function heardOf({ pointers, strokes }: Marks, { ownId, nameOf }: PictureHelp, mirrored: boolean): string {
  const pointer = pointers.find(one => one.participantId !== ownId);
  if (pointer) return sentences.points(nameOf(pointer.participantId), placeWords(pointer.at, mirrored));
  const stroke = strokes.at(-1);
  const [begin] = stroke?.points ?? [];
  if (!stroke || !begin || stroke.participantId === ownId) return '';
  return sentences.draws(nameOf(stroke.participantId), placeWords(begin, mirrored));
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-marks': MarksElement;
  }
}
