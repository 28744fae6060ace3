-- Who was let in, as version 2 wrote it: a device, a password, a session and a link.
INSERT INTO secret (owner_id, kind, hash, created_at) VALUES ('kiosk-1', 'device-token', 'Oo-4exetIkzbgotVrvUgvEcejTFovsgSuZrLaPnvDZc', 1795482984000);
INSERT INTO secret (owner_id, kind, hash, created_at) VALUES ('lan', 'password', '$argon2id$v=19$m=19456,t=2,p=1$Y2jDoG8$bHVtaWVy', 1795482984000);

INSERT INTO session (token_hash, person_id, created_at, expires_at) VALUES ('orvln0yWwd0oN1dBJB1agZidVvCNiblb5LlYuQFRitQ', 'lan', 1795482984000, 1795526184000);

INSERT INTO sign_in_link (token_hash, person_id, expires_at) VALUES ('dGGpVpZdofSV_6bXRtn39YSdhHdbwBE9wlZIQKJRvUU', 'dung', 1795569384000);
