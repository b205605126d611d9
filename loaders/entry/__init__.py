"""The workbook for entering actual values: what it holds, and writing it. `documents.actuals` reads it back."""
