-- An answer that is to fill the memory of whoever asks.

CREATE VIEW tables_without_key AS
SELECT repeat('s', 1000) AS schema_name, generate_series(1, 1000000000)::text AS table_name;

CREATE VIEW foreign_keys_without_index AS
SELECT ''::name AS schema_name, ''::name AS table_name, ''::name AS constraint_name;

CREATE VIEW needless_indexes AS
SELECT ''::name AS schema_name, ''::name AS table_name, ''::name AS index_name, '' AS reason;
