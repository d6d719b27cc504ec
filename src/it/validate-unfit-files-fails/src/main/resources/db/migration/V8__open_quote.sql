INSERT INTO book (id, title) VALUES (1, 'Emma');
INSERT INTO book (id, title) VALUES (2, 'Persuasion);
INSERT INTO book (id, title) VALUES (3, 'Sanditon');
