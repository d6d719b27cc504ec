INSERT INTO shop VALUES (1, 'Corner'), (2, 'Market');
