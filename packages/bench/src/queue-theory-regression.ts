export interface Intercept {
  readonly intercept: number;
  /** Its standard deviation. */
  readonly deviation: number;
}

/** Least squares of `values` on `columns` and a constant; answers with the constant. Columns must not depend on each other. */
export function regress(values: readonly number[], columns: readonly (readonly number[])[]): Intercept {
  const design = [values.map(() => 1), ...columns];
  const inverse = invert(design.map(one => design.map(other => product(one, other))));
  const projected = design.map(column => product(column, values));
  const weights = inverse.map(row => product(row, projected));
  const fitted = values.map((_, index) =>
    product(
      weights,
      design.map(column => column[index] ?? 0),
    ),
  );
  const left = values.reduce((sum, value, index) => sum + (value - (fitted[index] ?? 0)) ** 2, 0);
  const variance = (left / (values.length - design.length)) * (inverse[0]?.[0] ?? Number.NaN);
  return { intercept: weights[0] ?? Number.NaN, deviation: Math.sqrt(variance) };
}

const product = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

/** Gauss and Jordan, without choosing pivots: the matrix is positive definite. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row, index) => [...row, ...matrix.map((_, column) => (column === index ? 1 : 0))]);
  rows.forEach((pivotRow, index) => {
    const pivot = pivotRow[index] ?? Number.NaN;
    pivotRow.forEach((value, column) => {
      pivotRow[column] = value / pivot;
    });
    for (const row of rows) {
      const factor = row[index] ?? 0;
      if (row === pivotRow || factor === 0) continue;
      row.forEach((value, column) => {
        row[column] = value - factor * (pivotRow[column] ?? 0);
      });
    }
  });
  return rows.map(row => row.slice(matrix.length));
}
