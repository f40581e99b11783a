/** As much of a browser's track as the media port looks at. */
export class FakeTrack {
  static made = 0;
  readonly kind: 'audio' | 'video';
  readonly id = `track-${++FakeTrack.made}`;
  readonly readyState = 'live';
  contentHint = '';

  constructor(kind: 'audio' | 'video' = 'video') {
    this.kind = kind;
  }
}

export class FakeStream {
  static made = 0;
  readonly id = `stream-${++FakeStream.made}`;
  #tracks: FakeTrack[] = [];

  getTracks(): readonly FakeTrack[] {
    return [...this.#tracks];
  }

  addTrack(track: FakeTrack): void {
    this.#tracks.push(track);
  }

  removeTrack(track: FakeTrack): void {
    this.#tracks = this.#tracks.filter(one => one !== track);
  }
}
