"""Official documents in, rows of `data.contracts` out."""
