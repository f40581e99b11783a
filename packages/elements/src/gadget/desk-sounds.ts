import { KeptChoice } from '../reach/kept-choice.ts';
import { type ToneName, Tones } from '../reach/tones.ts';

/** What a desk is heard by: on until somebody turns it off at this desk. */
export class DeskSounds {
  readonly #choice = new KeptChoice('eyeline.desk.sounds');
  readonly #tones = new Tones(0.12);

  get isOn(): boolean {
    return this.#choice.isOn;
  }

  switch(isOn: boolean): void {
    this.#choice.switch(isOn);
    if (isOn) this.play('message');
  }

  /** To be called from a click or a key. */
  wake(): void {
    if (this.isOn) void this.#tones.wake();
  }

  play(name: ToneName): void {
    if (this.isOn) this.#tones.play(name);
  }
}
