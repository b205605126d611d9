-- Gives the letters and digits of a text in small letters: names that differ in spaces, marks or capitals are the same.
CREATE MACRO letters_and_digits("text") AS lower(regexp_replace("text", '[^\p{L}\p{N}]', '', 'g'));
