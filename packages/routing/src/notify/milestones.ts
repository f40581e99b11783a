/** The positions that are told when somebody comes to stand there: the first ten, and ever fewer further back. */
export function milestonesFrom(position: number, last: number): number[] {
  const milestones: number[] = [];
  for (let exact = Math.max(1, position); exact <= Math.min(10, last); exact += 1) milestones.push(exact);
  for (let decade = 10; decade <= last; decade *= 10)
    for (const factor of [2, 5, 10]) {
      const milestone = decade * factor;
      if (milestone >= position && milestone <= last) milestones.push(milestone);
    }
  return milestones;
}
