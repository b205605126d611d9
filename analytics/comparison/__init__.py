"""How programmes and hromadas differ: what they cost in all, a year and a resident, and what they buy.

A compared plan is a programme by its edition in force (never a draft), or the passport of a budget programme: another
scope, of one year, that stands beside the programme it serves and is no part of it. Its id in the column `plan` is the
programme's, or the passport's document.
"""
