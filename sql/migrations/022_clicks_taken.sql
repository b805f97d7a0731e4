-- The day on which a click was taken in: from it its retention counts. Invented rows bear a day that never expires.
alter table clicks add column if not exists taken Date default today() after load
