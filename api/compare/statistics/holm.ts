// SPDX-License-Identifier: AGPL-3.0-or-later
// Looking at several channels at once: adjusted p values (specification 2.10).

/** Holm's step-down adjustment (1979), in the order given: max over j <= i of min(1, (m - j + 1) p_(j)). */
export function holm(pValues: readonly number[]): number[] {
  const ascending = ranks(pValues);
  let largest = 0;
  return inOrder(pValues.length, ascending, (position, index) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - position) * pValues[index]!));
    return largest;
  });
}

/** Benjamini and Hochberg's adjustment (1995), in the order given: min over j >= i of min(1, m p_(j) / j). */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = ranks(pValues).reverse();
  let smallest = 1;
  return inOrder(pValues.length, descending, (position, index) => {
    smallest = Math.min(smallest, (pValues.length * pValues[index]!) / (pValues.length - position));
    return smallest;
  });
}

/** The indices of `values` from the smallest to the largest. */
function ranks(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
}

function inOrder(
  size: number,
  order: readonly number[],
  adjust: (position: number, index: number) => number,
) {
  const adjusted = new Array<number>(size).fill(Number.NaN);
  order.forEach((index, position) => {
    adjusted[index] = adjust(position, index);
  });
  return adjusted;
}
