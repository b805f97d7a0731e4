-- Builds the activity of the months in one snapshot from their visible raw rows.
insert into {staging:Identifier}
with
  versions as
  (
    select distinct month, version
    from snapshots
    where build = {build:UUID}
  ),
  counted as
  (
    select
      source, scope, channel, metric, precedence, day, days, arrayJoin(loads) as load,
      cityHash64(source, scope, channel, metric, precedence, day, days) as cell
    from covered_days
    where build = {build:UUID}
      and counts
  ),
  -- Of the rows with one key one counts, at the earliest hour that any of them gives; without a key each counts.
  contacts_once as
  (
    select
      contacts.day as day, contacts.days as days, contacts.channel as channel, source, contacts.scope as scope, precedence,
      contacts.metric as metric, platform, topic, contacts.key as contact_key,
      if(contact_key = 0, toHour(time), null) as own_hour,
      if(contact_key = 0, own_hour, toHour(min(time))) as at_hour,
      if(contact_key = 0, sum(count), max(count)) as counts_for
    from contacts
    inner join counted
      on counted.load = contacts.load and counted.scope = contacts.scope
      and counted.channel = contacts.channel and counted.day = contacts.day and counted.days = contacts.days
      and counted.metric = contacts.metric
    where toYYYYMM(contacts.day) in (select month from versions)
    group by day, days, channel, source, scope, precedence, metric, platform, topic, contact_key, own_hour
  ),
  -- Clicks come by the million: they are gathered by one number, for which its names are put in when they are counted.
  click_counts as
  (
    select
      cell, toHour(time) as hour, device, action, uniqExact(key) as count, uniqCombined64State(14)(visitor) as visitors
    from clicks
    inner join counted
      on counted.load = clicks.load and counted.scope = clicks.scope
      and counted.day = clicks.day
    where counted.channel = 'web'
      and toYYYYMM(clicks.day) in (select month from versions)
    group by cell, hour, device, action
  ),
  cells as
  (
    select distinct cell, day, channel, source, scope, precedence, metric
    from counted
  ),
  facts as
  (
    select
      day, days, null::Nullable(UInt8) as hour, channel, source, scope, precedence,
      metric, '' as platform, '' as action, '' as topic, 0::UInt64 as count,
      initializeAggregation('uniqCombined64StateIf(14)', 0::UInt64, 0) as visitors, if(counts, loads, []) as loads
    from covered_days
    where build = {build:UUID}
    union all
    select
      day, days, at_hour as hour, channel, source, scope, precedence, metric, platform, '', topic, sum(counts_for),
      uniqCombined64StateIf(14)(0::UInt64, 0), []
    from contacts_once
    group by all
    union all
    select
      practices.day, 1::UInt16, toHour(time) as hour, counted.channel, source, practices.scope, precedence,
      counted.metric, means, kind, topic, count(), uniqCombined64StateIf(14)(0::UInt64, 0), []
    from practices
    inner join counted
      on counted.load = practices.load and counted.scope = practices.scope
      and counted.day = practices.day
    where counted.channel = 'practice'
      and toYYYYMM(practices.day) in (select month from versions)
    group by all
    union all
    select day, 1::UInt16, hour, channel, source, scope, precedence, metric, device, action, '', count, visitors, []
    from click_counts
    inner join cells on cells.cell = click_counts.cell
  )
select
  day, days, hour, channel, source, scope, precedence, metric, platform, action, topic, count, visitors, version, loads,
  {build:UUID} as build
from facts
inner join versions on versions.month = toYYYYMM(day)
