-- What was found once, written down.

CREATE VIEW tables_without_key (schema_name, table_name) AS
VALUES ('public', 'orders');

CREATE VIEW foreign_keys_without_index (schema_name, table_name, constraint_name) AS
VALUES ('public', 'orders', 'orders_customer_fkey');

CREATE VIEW needless_indexes (schema_name, table_name, index_name, reason) AS
VALUES ('public', 'orders', 'orders_note_idx', 'invalid');