-- There is none yet: what the next version but one makes keeps its name.
ALTER TABLE IF EXISTS shelf RENAME TO bookcase;
