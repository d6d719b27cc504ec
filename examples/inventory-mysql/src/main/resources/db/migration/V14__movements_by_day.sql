CREATE INDEX stock_movements_day ON stock_movements (moved_at, warehouse_id);
