-- The word of a hub's life that was put back once, as version 10 wrote it.
INSERT INTO history (key, value) VALUES ('life', '0mifp2c4u1f0a9b8c7d6e5f4a3b2c');
