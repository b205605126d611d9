"""What the forms of budget programmes (order 836) have in common: points, codes, tables of amounts and indicators."""
