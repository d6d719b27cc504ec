ALTER SEQUENCE orders_id_seq OWNED BY orders.id;
COMMENT ON TABLE orders IS 'GRANT nothing, OWNER TO nobody';
