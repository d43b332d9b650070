-- One row per metric, as the code that computes it describes it.
SELECT metric, title, definition, formula, unit, example, table_name, column_name
FROM metric_definitions
ORDER BY title
