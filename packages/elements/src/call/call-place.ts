import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepPlace, keptPlace, type Place, withinBounds } from './place.ts';

/** There the box is the screen; the same stands in the styles. */
const phone = '(max-width: 520px), (max-height: 480px)';
const wide = { width: 'min(1120px, 100vw - 40px)', height: 'min(720px, 100dvh - 40px)' };
/** No box is smaller than this but the picture of a closed one. */
const smallPx = 240;
/** From the edges of the window, in px. */
const margin = 8;
/** How far an arrow key moves it, in px. */
const step = 40;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/**
 * Lets a person move and widen the box around a call, by pointer and by keys, never off the screen and not on a phone; when
 * the call is over it gives the box back as it was.
 */
export class CallPlace implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #frameOf: () => HTMLElement | null;
  readonly #sizes = new ResizeObserver(() => this.#apply());
  readonly #onResize = () => this.#apply();
  /** Opened or closed: the box is another one. */
  readonly #states = new MutationObserver(() => this.#apply());
  #frame: HTMLElement | null = null;
  #place: Place = keptPlace();

  constructor(host: ReactiveControllerHost, frameOf: () => HTMLElement | null) {
    this.#host = host;
    this.#frameOf = frameOf;
    host.addController(this);
  }

  get isWide(): boolean {
    return this.#place.isWide;
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#onResize);
  }

  hostUpdated(): void {
    const frame = this.#frameOf();
    if (frame === this.#frame) return;
    this.#release();
    this.#frame = frame;
    if (!frame) return;
    this.#sizes.observe(frame);
    this.#states.observe(frame, { attributeFilter: ['class'] });
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#onResize);
    this.#release();
  }

  readonly widen = (): void => {
    this.#take({ ...this.#place, isWide: !this.isWide });
    this.#host.requestUpdate();
  };

  readonly moveByKey = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow) this.#move(this.#place.x + arrow[0], this.#place.y + arrow[1]);
    else if (event.key === 'Home') this.#move(0, 0);
    else return;
    event.preventDefault();
  };

  readonly grab = (event: PointerEvent): void => {
    const { currentTarget: handle, pointerId, clientX, clientY, button } = event;
    if (!(handle instanceof HTMLElement) || button !== 0 || !this.#frame) return;
    const { x, y } = this.#place;
    const drag = (move: PointerEvent) => this.#move(x + move.clientX - clientX, y + move.clientY - clientY);
    const drop = () => {
      handle.removeEventListener('pointermove', drag);
      handle.removeEventListener('lostpointercapture', drop);
    };
    handle.setPointerCapture(pointerId);
    handle.addEventListener('pointermove', drag);
    handle.addEventListener('lostpointercapture', drop);
  };

  #move(x: number, y: number): void {
    this.#take({ ...this.#place, x, y });
  }

  #take(place: Place): void {
    this.#place = place;
    this.#apply();
    keepPlace(this.#place);
  }

  #apply(): void {
    const frame = this.#frame;
    if (!frame) return;
    this.#clear(frame);
    if (matchMedia(phone).matches) return;
    // Closed, only its picture is left, and that stays small.
    if (this.isWide && frame.offsetWidth > smallPx) Object.assign(frame.style, wide);
    this.#show(frame);
    const screen = { width: innerWidth, height: innerHeight };
    const bounded = withinBounds(this.#place, frame.getBoundingClientRect(), screen, margin);
    this.#place = { ...this.#place, ...bounded };
    this.#show(frame);
  }

  #show(frame: HTMLElement): void {
    frame.style.translate = `${this.#place.x}px ${this.#place.y}px`;
  }

  #clear(frame: HTMLElement): void {
    Object.assign(frame.style, { width: '', height: '', translate: '' });
  }

  #release(): void {
    this.#sizes.disconnect();
    this.#states.disconnect();
    if (this.#frame) this.#clear(this.#frame);
    this.#frame = null;
  }
}
