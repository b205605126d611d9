"""The dashboard: one module a page, with `charts` and `components` beside them."""
