/** Waits before it believes something, and forgets it when things got better meanwhile. */
export interface Grace {
  /** Starts to wait, unless it waits already. */
  begin(): void;
  end(): void;
}

export function createGrace(waitMs: number, onOver: () => void): Grace {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    begin() {
      waiting ??= setTimeout(onOver, waitMs);
    },
    end() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
