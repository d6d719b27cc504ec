DROP VIEW some_view;
DROP SCHEMA crm;
