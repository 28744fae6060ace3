import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles, type SourceFile } from './source-files.ts';

interface Layer {
  /** The part of the tree, as a path prefix. */
  readonly folder: string;
  /** The workspaces it may import, without `@motcua/`. */
  readonly mayImport: readonly string[];
  /** Its allowed npm packages; `any` outside of the packages that must stay small. */
  readonly npm: readonly string[] | 'any';
  /** Pure: no clock, no random numbers, no I/O, no Node. */
  readonly pure?: boolean;
}

const PAGE = ['ui', 'client', 'protocol', 'domain', 'i18n'];
const PAGE_NPM = ['react', 'react-dom', 'react-aria-components', 'lucide-react'];

/** The allowed imports. A file belongs to the layer with the longest matching folder. */
const LAYERS: readonly Layer[] = [
  { folder: 'packages/domain/src', mayImport: [], npm: [], pure: true },
  { folder: 'packages/i18n/src', mayImport: [], npm: [], pure: true },
  { folder: 'packages/protocol/src', mayImport: ['domain'], npm: ['zod'], pure: true },
  {
    folder: 'packages/printing/src',
    mayImport: ['domain', 'i18n', 'protocol'],
    npm: ['qrcode'],
    pure: true,
  },
  {
    folder: 'packages/printing/src/rasterise.ts',
    mayImport: ['domain', 'i18n', 'protocol'],
    npm: 'any',
  },
  {
    folder: 'packages/printing/src/drivers',
    mayImport: ['domain', 'i18n', 'protocol'],
    npm: 'any',
  },
  { folder: 'packages/voice/src', mayImport: ['domain', 'i18n', 'protocol'], npm: [], pure: true },
  { folder: 'packages/voice/scripts', mayImport: ['voice', 'domain', 'i18n'], npm: 'any' },
  {
    folder: 'packages/reports/src',
    mayImport: ['domain', 'i18n', 'protocol'],
    npm: ['d3-scale'],
    pure: true,
  },
  {
    folder: 'packages/reports/src/writers',
    mayImport: ['domain', 'i18n', 'protocol', 'tables'],
    npm: 'any',
  },
  { folder: 'packages/tables/src', mayImport: ['domain', 'i18n'], npm: [], pure: true },
  {
    folder: 'packages/tables/src/files',
    mayImport: ['domain', 'i18n'],
    npm: ['papaparse', 'read-excel-file', 'write-excel-file'],
  },
  { folder: 'packages/http-limits/src', mayImport: [], npm: [] },
  { folder: 'packages/store/src', mayImport: ['domain', 'protocol'], npm: ['better-sqlite3'] },
  { folder: 'packages/client/src', mayImport: ['domain', 'protocol'], npm: ['socket.io-client'] },
  {
    folder: 'packages/ui/src',
    mayImport: ['client', 'domain', 'i18n'],
    npm: [
      ...['react', 'react-aria-components', 'lucide-react', '@fontsource/be-vietnam-pro'],
      ...['core-js', 'css-has-pseudo'],
    ],
  },
  // For component tests.
  { folder: 'packages/ui/src/rendered.tsx', mayImport: ['i18n'], npm: ['react', 'react-dom'] },
  {
    folder: 'apps/hub/src',
    mayImport: [
      ...['domain', 'protocol', 'client', 'store', 'reports', 'tables', 'voice', 'i18n'],
      'http-limits',
    ],
    npm: 'any',
  },
  // The doctor queries a printer as a kiosk does, and looks for the fonts of its slips.
  {
    folder: 'apps/hub/src/doctor',
    mayImport: ['domain', 'protocol', 'client', 'store', 'printing', 'i18n'],
    npm: 'any',
  },
  {
    folder: 'apps/kiosk/src',
    mayImport: ['domain', 'protocol', 'client', 'printing', 'i18n', 'http-limits'],
    npm: 'any',
  },
  {
    folder: 'apps/kiosk/src/page',
    mayImport: PAGE,
    npm: [...PAGE_NPM, 'socket.io-client', 'hyphen'],
  },
  { folder: 'apps/counter/src', mayImport: PAGE, npm: PAGE_NPM },
  { folder: 'apps/display/src', mayImport: [...PAGE, 'voice'], npm: PAGE_NPM },
  // Its pages have the tables of the printed reports.
  { folder: 'apps/admin/src', mayImport: [...PAGE, 'reports'], npm: PAGE_NPM },
  { folder: 'apps/desktop', mayImport: [], npm: 'any' },
  // The process in which the desktop starts the kiosk service; it imports nothing else of it.
  { folder: 'apps/desktop/src/kiosk-service.ts', mayImport: ['kiosk'], npm: 'any' },
  { folder: 'hardware', mayImport: ['domain', 'printing'], npm: 'any' },
];

/** Only tests, scripts and `testing`, which starts whole sites, may import an app. */
const FREE = /^(tests|scripts|apps\/\w+\/scripts|packages\/testing|(packages|apps)\/\w+\/test)\//;

const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bperformance\.now\b/,
  /\bMath\.random\b/,
  /\brandomUUID\b/,
  /\bgetRandomValues\b/,
  /\bset(?:Timeout|Interval|Immediate)\(/,
  /\bfetch\(/,
  /\bprocess\./,
];

const product = sourceFiles().filter(({ path, isTest }) => !isTest && !FREE.test(path));
const layered = product.filter(({ path }) => /^(packages|apps|hardware)\//.test(path));

function layerOf({ path }: SourceFile): Layer | undefined {
  return LAYERS.filter(({ folder }) => path === folder || path.startsWith(`${folder}/`))
    .toSorted((a, b) => a.folder.length - b.folder.length)
    .at(-1);
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** A workspace may import itself by its own name, through its exports. */
function ownName({ path }: SourceFile): string | undefined {
  return path.split('/')[1];
}

describe('the import layers', () => {
  it('cover every file of the product', () => {
    expect(layered.length).toBeGreaterThan(20);
    expect(layered.filter((file) => layerOf(file) === undefined).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('point inward: a workspace imports only lower ones', () => {
    const wrong = layered.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('@motcua/'))
        .map((specifier) => specifier.split('/')[1] ?? '')
        .filter((name) => name !== ownName(file) && !layerOf(file)?.mayImport.includes(name))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keep the small packages free of npm', () => {
    const wrong = layered.flatMap((file) => {
      const npm = layerOf(file)?.npm ?? [];
      if (npm === 'any') return [];
      return importsOf(file)
        .filter((specifier) => !/^(\.|node:|@motcua\/|virtual:)/.test(specifier))
        .map(packageOf)
        .filter((name) => !npm.includes(name))
        .map((name) => `${file.path} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are not bypassed by relative paths', () => {
    const wrong = layered.flatMap((file) => {
      const depth = file.path.split('/').length - (file.path.startsWith('hardware/') ? 4 : 3);
      return importsOf(file)
        .filter((specifier) => (specifier.match(/\.\.\//g) ?? []).length > depth)
        .map((specifier) => `${file.path} imports ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('pure code', () => {
  const pure = product.filter((file) => layerOf(file)?.pure === true);

  it('exists', () => {
    expect(pure.length).toBeGreaterThan(10);
  });

  it('has no clock, no random numbers, no timer and no network', () => {
    const wrong = pure.flatMap(({ path, code }) =>
      IMPURE.filter((pattern) => pattern.test(code)).map((pattern) => `${path}: ${pattern.source}`),
    );
    expect(wrong).toEqual([]);
  });

  it('does not import Node', () => {
    const wrong = pure
      .filter((file) => importsOf(file).some((specifier) => specifier.startsWith('node:')))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

describe('pages', () => {
  it('do not import Node', () => {
    const wrong = product
      .filter(({ path }) =>
        /^(packages\/ui|apps\/(counter|display|admin|kiosk\/src\/page))/.test(path),
      )
      .filter((file) => importsOf(file).some((specifier) => specifier.startsWith('node:')))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

it('keeps SQL in the store, and in the kiosk the file of its own tickets', () => {
  const wrong = product
    .filter(({ path }) => !path.startsWith('packages/store/src/'))
    .filter(({ path }) => path !== 'apps/kiosk/src/service/offline/kiosk-store.ts')
    .filter(
      (file) =>
        importsOf(file).includes('better-sqlite3') ||
        /\.pragma\(|\.prepare(?:<|\(\s*['"`])|\bSAVEPOINT\b/.test(file.code),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});
