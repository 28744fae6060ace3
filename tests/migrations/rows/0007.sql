-- A hub that took over from another, as version 7 wrote it.
UPDATE history SET value = '1795483200000' WHERE key = 'epoch';
