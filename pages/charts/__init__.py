"""Charts as pure functions: a DataFrame in, a plotly Figure out."""
