-- The day on which a contact was taken in: from it its retention counts.
alter table contacts add column if not exists taken Date default today() after load
