"""One module a question: a connection in, frames or frozen dataclasses out."""
