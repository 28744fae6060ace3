import { expect, it } from 'vitest';
import { createClipStore } from './clip-store.ts';

const manifest = {
  language: 'vi',
  voice: 'Lan',
  clips: { 'n-1': { file: 'n-1.ogg', says: 'một' }, 'bad': { file: 'bad.ogg', says: 'hỏng' } },
};

/** A fake hub serving these files; a decoded clip is identified by its number of channels. */
function aStore(files: Map<string, string>) {
  const asked: string[] = [];
  const store = createClipStore(
    async (bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (text === 'broken') throw new Error('not a sound');
      return { numberOfChannels: Number(text) } as unknown as AudioBuffer;
    },
    async (address) => {
      asked.push(address);
      const text = files.get(address);
      if (text === undefined) throw new Error('not found');
      return new TextEncoder().encode(text).buffer;
    },
  );
  return { store, asked };
}

const files = () =>
  new Map([
    ['/voice/vi/manifest.json', JSON.stringify(manifest)],
    ['/voice/vi/n-1.ogg', '1'],
    ['/voice/vi/bad.ogg', 'broken'],
    ['/voice/chime.ogg', '2'],
  ]);

it('fetches each file once, by the name in the manifest', async () => {
  const { store, asked } = aStore(files());
  await store.load(['chime', 'vi/n-1', 'vi/n-1'], 1_000);
  await store.load(['vi/n-1'], 1_000);
  expect(store.get('vi/n-1')?.numberOfChannels).toBe(1);
  expect(store.get('chime')?.numberOfChannels).toBe(2);
  expect(asked.toSorted()).toEqual([
    '/voice/chime.ogg',
    '/voice/vi/manifest.json',
    '/voice/vi/n-1.ogg',
  ]);
});

it('tolerates a broken clip, an unknown clip and an unknown language', async () => {
  const { store } = aStore(files());
  await store.load(['vi/bad', 'vi/toString', 'fr/n-1', 'vi/n-1'], 1_000);
  expect(['vi/bad', 'vi/toString', 'fr/n-1'].map(store.get)).toEqual([null, null, null]);
  expect(store.get('vi/n-1')).not.toBeNull();
});

it('retries what it could not fetch while the hub was unreachable', async () => {
  const hub = files();
  const pack = hub.get('/voice/vi/manifest.json') ?? '';
  hub.delete('/voice/vi/manifest.json');
  const { store } = aStore(hub);
  await store.load(['vi/n-1'], 1_000);
  expect(store.get('vi/n-1')).toBeNull();
  hub.set('/voice/vi/manifest.json', pack);
  await store.load(['vi/n-1'], 1_000);
  expect(store.get('vi/n-1')).not.toBeNull();
});

it('preloads a whole language', async () => {
  const { store } = aStore(files());
  await store.preload('vi');
  expect(store.get('vi/n-1')).not.toBeNull();
});
