"""Every check on a small warehouse: a planted error is found exactly, and its right copy is no finding."""
