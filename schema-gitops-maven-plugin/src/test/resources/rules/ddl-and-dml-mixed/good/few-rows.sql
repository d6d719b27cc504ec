-- older: V1__settings.sql
CREATE TABLE settings (id bigint PRIMARY KEY, name text UNIQUE, value text);
-- file: V2__settings.sql
ALTER TABLE settings ADD COLUMN note text;
UPDATE settings SET value = 'on' WHERE name = 'mail';
UPDATE settings SET value = 'off' WHERE id IN (1, 2);
INSERT INTO settings (id, name) VALUES (3, 'sms');
INSERT INTO settings (id, name) SELECT 4, 'push' WHERE NOT EXISTS (SELECT 1 FROM settings WHERE id = 4);
