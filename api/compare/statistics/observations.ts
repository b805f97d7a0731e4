// SPDX-License-Identifier: AGPL-3.0-or-later
// The days of a model: one by one, and grouped by what the likelihood sees of them.

/** One day with data, placed in a model. */
export interface Observation {
  /** Days since 1970-01-01. */
  day: number;
  /** 0 Monday to 6 Sunday, 7 holiday. */
  dayType: number;
  /** Events on that day: an integer, zero included. */
  count: number;
  /** The columns beside the day type: phase indicators, time in weeks. */
  regressors: readonly number[];
  /** Observations with the same stratum have the same regressors. */
  stratum: number;
  /** The phase (or phase and year) the day belongs to. */
  cell: number;
  /** Days since the anchor of the blocks of its cell. */
  offset: number;
}

/** The days that share a row of the design: their number and their total are all the likelihood needs of them. */
export interface Group {
  key: number;
  dayType: number;
  regressors: readonly number[];
  days: number;
  total: number;
}

const DAY_TYPES = 8;

/** The observations as groups with the same day type and stratum. */
export function groupsOf(observations: readonly Observation[]): Group[] {
  const groups = new Map<number, Group>();
  for (const { dayType, stratum, regressors, count } of observations) {
    const key = stratum * DAY_TYPES + dayType;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, dayType, regressors, days: 1, total: count });
    else {
      group.days++;
      group.total += count;
    }
  }
  return [...groups.values()];
}

/** `groups` without the days of `left`, which are among them. */
export function withoutGroups(groups: readonly Group[], left: readonly Group[]): Group[] {
  const gone = new Map(left.map((group) => [group.key, group]));
  const rest = groups.map((group) => {
    const out = gone.get(group.key);
    return out ? { ...group, days: group.days - out.days, total: group.total - out.total } : group;
  });
  return rest.filter((group) => group.days > 0);
}

/** The observations whose day type has at least one event: those a fit uses. */
export function informative(observations: readonly Observation[]): Observation[] {
  const dayTypes = new Set(observations.filter((o) => o.count > 0).map((o) => o.dayType));
  return observations.filter((o) => dayTypes.has(o.dayType));
}
