"""One module a file format: a file in, rows whose cells know where they stand out."""
