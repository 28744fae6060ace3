-- A booking, and what a visitor told in confidence, as version 3 wrote them.
INSERT INTO journal (seq, at, command_id, by, fact) VALUES (68, 1795482984000, 'command-61', '{"deviceId":null,"personId":"lan","reason":null}', '{"type":"booking-changed","booking":{"id":"0mwu00000aa11bb22cc33dd44ee55","code":"K7M4XP","serviceId":"1.001193","queueId":"civil","day":"2026-11-25","startsAt":1795566600000,"state":"booked","visitId":null}}');
INSERT INTO journal (seq, at, command_id, by, fact) VALUES (69, 1795483025000, 'command-62', '{"deviceId":null,"personId":"lan","reason":null}', '{"type":"care-changed","visitId":"0mwtzqvyg461aa6a76ef0496e43be","care":null}');
INSERT INTO sealed (seq, body) VALUES (69, '{"needs":["deaf"],"priorityGroupId":null,"note":"Cần bản sao"}');

INSERT INTO booking (id, body) VALUES ('0mwu00000aa11bb22cc33dd44ee55', '{"id":"0mwu00000aa11bb22cc33dd44ee55","code":"K7M4XP","serviceId":"1.001193","queueId":"civil","day":"2026-11-25","startsAt":1795566600000,"state":"booked","visitId":null}');
