/** Something that a person switches, kept in this browser for the site; where nothing can be kept, until the page is left. */
export class KeptChoice {
  readonly #key: string;
  #isOn: boolean;

  constructor(key: string) {
    this.#key = key;
    this.#isOn = this.#read() !== 'off';
  }

  /** Read anew each time: another page may have switched it. */
  get isOn(): boolean {
    const kept = this.#read();
    return kept === null ? this.#isOn : kept !== 'off';
  }

  switch(isOn: boolean): void {
    this.#isOn = isOn;
    try {
      localStorage.setItem(this.#key, isOn ? 'on' : 'off');
    } catch {
      // The choice holds until the page is left.
    }
  }

  #read(): string | null {
    try {
      return localStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }
}
