-- A site with its own idea of how many numbers its kiosks hold, as version 5 wrote it.
UPDATE setting SET body = json_set(body, '$.offlineNumbers', 20) WHERE kind = 'site';
INSERT INTO journal (seq, at, command_id, by, fact)
  SELECT 71, 1795483205000, 'command-64', '{"deviceId":null,"personId":"dung","reason":null}',
    json_object('type', 'setting-changed', 'setting', json_object('kind', 'site', 'value', json(body)))
  FROM setting WHERE kind = 'site';
