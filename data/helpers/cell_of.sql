-- Gives the place of a whole cell or line: a locator without `, сума 2` or `, число 2`, one of several numbers in it.
CREATE MACRO cell_of(locator) AS regexp_replace(locator, ', (сума|число) \d+$', '');
