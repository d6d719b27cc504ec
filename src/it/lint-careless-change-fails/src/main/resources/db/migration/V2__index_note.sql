-- Just as careless, but merged long ago: read for what it creates, not judged.
CREATE INDEX purchase_note ON purchase (note);
