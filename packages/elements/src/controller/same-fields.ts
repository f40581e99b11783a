/** Whether two selections hold the same values field by field; what `ActorController` compares objects with. */
export function sameFields<T extends object>(one: T, other: T): boolean {
  const names = Object.keys(one) as (keyof T)[];
  return names.length === Object.keys(other).length && names.every(name => Object.is(one[name], other[name]));
}
