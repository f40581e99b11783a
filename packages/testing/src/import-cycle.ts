/**
 * The first circle in a graph of imports, as the files along it (the first again at the end); undefined when there is none.
 * @param graph each file with those it imports
 */
export function findImportCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const finished = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    const seenAt = trail.indexOf(file);
    if (seenAt !== -1) return [...trail.slice(seenAt), file];
    if (finished.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...trail, file]);
      if (cycle) return cycle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
