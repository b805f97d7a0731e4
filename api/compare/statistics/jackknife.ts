// SPDX-License-Identifier: AGPL-3.0-or-later
// Delete-one-block jackknife: do the sum again without one week at a time, and see how far the result moves.

/** A row that knows its cell and how many days after the anchor of that cell it lies. */
export interface Placed {
  cell: number;
  offset: number;
}

/** What came out without one block of a cell. */
export interface Replicate<Result> {
  cell: number;
  result: Result;
}

/** The share of a cell in the jackknife variance. */
export interface CellVariance {
  cell: number;
  /** Blocks with data in the cell. */
  blocks: number;
  variance: number;
}

/** The rows of a block of consecutive days of one cell. */
export interface Block<Row> {
  cell: number;
  rows: Row[];
}

/** The blocks of `length` days with data, by cell and then in time; none crosses the limit of a cell. */
export function blocksOf<Row extends Placed>(rows: readonly Row[], length: number): Block<Row>[] {
  const blocks = new Map<number, Block<Row> & { order: number }>();
  for (const row of rows) {
    const order = row.cell * CELL_STRIDE + Math.floor(row.offset / length);
    const block = blocks.get(order);
    if (block === undefined) blocks.set(order, { cell: row.cell, rows: [row], order });
    else block.rows.push(row);
  }
  return [...blocks.values()].sort((a, b) => a.order - b.order);
}

/** More blocks than any cell has, so that cell and block make one number. */
const CELL_STRIDE = 1e6;

/** How many of `blocks` each cell has, in the order of the cells. */
export function blocksByCell(blocks: readonly Block<unknown>[]): number[] {
  const cells = [...new Set(blocks.map(({ cell }) => cell))];
  return cells.map((cell) => blocks.filter((block) => block.cell === cell).length);
}

/**
 * The jackknife variance by cell: v_g = (G-1)/G (b_(g) - b)^2 over the blocks g, centred on the full estimate
 * (CV3; Cameron, Gelbach and Miller 2008). `values` are the replicates of one number.
 */
export function jackknifeVariances(values: readonly Replicate<number>[], full: number): CellVariance[] {
  const cells = [...new Set(values.map((v) => v.cell))].sort((a, b) => a - b);
  const factor = (values.length - 1) / values.length;
  return cells.map((cell) => {
    const own = values.filter((v) => v.cell === cell);
    const variance = own.reduce((sum, v) => sum + factor * (v.result - full) ** 2, 0);
    return { cell, blocks: own.length, variance };
  });
}

/** The jackknife variance of the whole: the sum over the cells. */
export function totalVariance(cells: readonly CellVariance[]): number {
  return cells.reduce((sum, c) => sum + c.variance, 0);
}

/**
 * Degrees of freedom of a sum of variances: (sum V_p)^2 / sum V_p^2/(G_p - q), Satterthwaite 1946;
 * `perCell` is q, the parameters estimated within each cell.
 */
export function satterthwaite(cells: readonly CellVariance[], perCell: number): number {
  const squares = cells.reduce((sum, c) => sum + c.variance ** 2 / (c.blocks - perCell), 0);
  // Nothing moved at all: every block counts.
  if (squares === 0) return cells.reduce((sum, c) => sum + c.blocks - perCell, 0);
  return totalVariance(cells) ** 2 / squares;
}
