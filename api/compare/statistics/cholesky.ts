// SPDX-License-Identifier: AGPL-3.0-or-later
// Linear algebra for the normal equations: symmetric positive definite, at most a dozen columns.

/** A square matrix as rows. Plain arrays: for a dozen numbers they are made faster than typed ones. */
export type Matrix = number[][];

/** A pivot below this share of its diagonal element means that a column is a combination of the others. */
const SINGULAR = 1e-12;

/** A square matrix of zeros with `size` rows. */
export function zeros(size: number): Matrix {
  const rows: Matrix = [];
  for (let i = 0; i < size; i++) rows.push(new Array<number>(size).fill(0));
  return rows;
}

/**
 * The lower triangle L with L L' = `matrix` (only the lower triangle of `matrix` is read), or undefined when the
 * matrix is not positive definite. Golub and Van Loan, Matrix Computations, section 4.2.
 */
export function cholesky(matrix: Matrix): Matrix | undefined {
  const lower = zeros(matrix.length);
  for (let row = 0; row < matrix.length; row++) {
    for (let column = 0; column < row; column++) {
      lower[row]![column] = remainder(matrix, lower, row, column) / lower[column]![column]!;
    }
    const pivot = remainder(matrix, lower, row, row);
    // Written so that NaN fails too: a diverging fit must end here, not in a wrong figure.
    if (!(pivot > SINGULAR * matrix[row]![row]!)) return undefined;
    lower[row]![row] = Math.sqrt(pivot);
  }
  return lower;
}

function remainder(matrix: Matrix, lower: Matrix, row: number, column: number): number {
  let value = matrix[row]![column]!;
  for (let j = 0; j < column; j++) value -= lower[row]![j]! * lower[column]![j]!;
  return value;
}

/** The x with L L' x = `right`, by forward and back substitution; `lower` comes from {@link cholesky}. */
export function solve(lower: Matrix, right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) x[i]! -= lower[i]![j]! * x[j]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= lower[j]![i]! * x[j]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** The inverse of L L', column by column. */
export function inverse(lower: Matrix): Matrix {
  return lower.map((_, column) =>
    solve(
      lower,
      lower.map((_, row) => Number(row === column)),
    ),
  );
}
