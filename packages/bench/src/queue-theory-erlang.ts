/** A queue with Poisson arrivals, exponential service and any number of agents; times in seconds. */
export interface Load {
  readonly arrivalsPerHour: number;
  readonly handleTime: number;
  readonly agents: number;
  /** Mean patience; Infinity: nobody leaves. */
  readonly patience: number;
}

export interface Prediction {
  /** Of a customer who comes. */
  readonly waits: number;
  readonly meanWait: number;
  /** Of those who come: served within 20 s of coming. With abandonment: not given. */
  readonly serviceLevel: number | null;
  readonly leaves: number;
}

/** Erlang C: nobody leaves. */
function erlangC({ arrivalsPerHour, handleTime, agents }: Load): Prediction {
  const rate = arrivalsPerHour / 3_600;
  const offered = rate * handleTime;
  let blocking = 1;
  for (let count = 1; count <= agents; count += 1) blocking = (offered * blocking) / (count + offered * blocking);
  const use = offered / agents;
  const waits = blocking / (1 - use * (1 - blocking));
  const spare = agents / handleTime - rate;
  return { waits, meanWait: waits / spare, serviceLevel: 1 - waits * Math.exp(-spare * 20), leaves: 0 };
}

/** Erlang A: patience is exponential. The chain of how many are there, up to where it cannot matter any more. */
function erlangA({ arrivalsPerHour, handleTime, agents, patience }: Load): Prediction {
  const rate = arrivalsPerHour / 3_600;
  const leaving = (count: number) => Math.min(count, agents) / handleTime + Math.max(0, count - agents) / patience;
  const weights = [1];
  for (let count = 1; count < 100_000; count += 1) {
    const weight = ((weights[count - 1] ?? 0) * rate) / leaving(count);
    weights.push(weight);
    if (count > agents && weight < 1e-16 * Math.max(...weights.slice(-1_000))) break;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let waits = 0;
  let queue = 0;
  weights.forEach((weight, count) => {
    if (count >= agents) waits += weight / total;
    queue += (Math.max(0, count - agents) * weight) / total;
  });
  return { waits, meanWait: queue / rate, serviceLevel: null, leaves: queue / patience / rate };
}

export const predict = (load: Load): Prediction => (Number.isFinite(load.patience) ? erlangA(load) : erlangC(load));
