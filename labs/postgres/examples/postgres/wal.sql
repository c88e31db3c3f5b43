-- As on readers' servers: what is written is then what was committed.
SET synchronous_commit = on;
-- tag::see[]
CREATE TABLE big (id int);
SELECT pg_current_wal_lsn() AS before \gset
INSERT INTO big SELECT generate_series(1, 100000);
SELECT pg_size_pretty(
         pg_wal_lsn_diff(pg_current_wal_lsn(), :'before'));
-- end::see[]
DO $$ BEGIN
  ASSERT (SELECT count(*) FROM pg_ls_waldir() WHERE name = pg_walfile_name(pg_current_wal_lsn())) = 1,
         'the file that is written now is in pg_wal';
  ASSERT (SELECT boot_val || unit FROM pg_settings WHERE name = 'checkpoint_timeout') = '300s';
  ASSERT (SELECT boot_val || unit FROM pg_settings WHERE name = 'max_wal_size') = '1024MB';
END $$;
