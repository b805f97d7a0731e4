// SPDX-License-Identifier: AGPL-3.0-or-later

/** A bar from zero in the channel's colour: decoration beside the number it stands for. */
export function Bar({ value, highest }: { value: number; highest: number }) {
  const width = highest === 0 ? 0 : (value / highest) * 100;
  return (
    <svg class="bar" width="100%" height="10" aria-hidden="true" focusable="false">
      <rect width={`${width.toFixed(2)}%`} height="10" rx="1.5" />
    </svg>
  );
}
