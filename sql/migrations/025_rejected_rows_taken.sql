-- The day on which a row was rejected: from it its retention counts.
alter table rejected_rows add column if not exists taken Date default today() after load
