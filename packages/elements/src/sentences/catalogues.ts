type Catalogues = Readonly<Record<string, object>>;

/** As many sentences of each catalogue as there are. */
export type Given<All extends Catalogues> = { readonly [Name in keyof All]?: Readonly<Partial<All[Name]>> };

/** Puts sentences in the place of the English ones, which are back wherever none is given. */
export function catalogues<All extends Catalogues>(all: All): (given: Given<All>) => void {
  const english = Object.entries(all).map(([name, catalogue]) => ({ name, catalogue, kept: { ...catalogue } }));
  return given => {
    for (const { name, catalogue, kept } of english) Object.assign(catalogue, kept, given[name]);
  };
}
