-- Begins a load: its rows can be written, and are invisible until it is committed.
insert into loads
select
  {load:UUID}, {source:String}, {identity:String}, {file:String}, {sha256:String}, {options:String},
  {demonstration:Bool}, 'started', 0, 0, null, null, [], now64(6), null, now64(6)
