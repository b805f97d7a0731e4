-- Who may sign in: one row a change of an account; the last one counts. No password is kept, only what can check one.
create table if not exists accounts
(
  name String comment 'as it is typed to sign in, in lower case',
  role LowCardinality(String),
  password String comment 'scrypt with its parameters and salt; empty: none yet',
  must_change Bool comment 'the password was given by somebody else',
  invitation String comment 'SHA-256 of the code in the link; empty: none',
  valid_until DateTime64(3, 'UTC') comment 'of the invitation, or of a password given by somebody else',
  epoch String comment 'sessions of another epoch have ended',
  disabled Bool,
  changed_at DateTime64(6, 'UTC') default now64(6, 'UTC')
)
engine = ReplacingMergeTree(changed_at)
order by name
