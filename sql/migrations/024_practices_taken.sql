-- The day on which a practice was taken in: from it its retention counts.
alter table practices add column if not exists taken Date default today() after load
