"""What is stored and what it means: contracts, register, warehouse, views, checks, reference data."""
