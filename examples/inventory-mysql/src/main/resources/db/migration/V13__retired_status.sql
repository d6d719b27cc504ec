ALTER TABLE products MODIFY COLUMN status ENUM ('draft', 'active', 'retired', 'recalled') NOT NULL DEFAULT 'draft';
