// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon } from '../icons.tsx';

interface Props {
  title: string;
  value: string;
  /** What a press does, in full. */
  label: string;
  remove: () => void;
  className?: string;
}

/** Something that the page is narrowed to: a press takes it away. */
export function FilterChip({ title, value, label, remove, className = '' }: Props) {
  return (
    <button type="button" class={`filter filter-topic ${className}`} aria-label={label} onClick={remove}>
      <span>
        <span class="filter-title">{title}</span> <span class="filter-value">{value}</span>
      </span>
      <Icon name="close" />
    </button>
  );
}
