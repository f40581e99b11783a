/** Waits before it believes something, and forgets it when things got better meanwhile. */
export interface Patience {
  /** Starts to wait, unless it waits already. */
  begin(): void;
  end(): void;
}

export function createPatience(waitMs: number, onOver: () => void): Patience {
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
