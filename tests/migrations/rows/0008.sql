-- A session that a PIN opened, the PIN, and the place where somebody signed in that day, as version 8 wrote them.
INSERT INTO session (token_hash, person_id, created_at, expires_at, way) VALUES ('n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg', 'lan', 1795482984000, 1795526184000, 'pin');
INSERT INTO pin (person_id, hash, failures, created_at) VALUES ('lan', '$argon2id$v=19$m=19456,t=2,p=1$Y2jDoG8$bHVtaWVy', 2, 1795482984000);
INSERT INTO sign_in_place (token_hash, person_id, day) VALUES ('iWYgdBhgjvFMXHCkkMuqXkHzWGMXxNsn9E1bFvJ1mWc', 'lan', '2026-11-24');
