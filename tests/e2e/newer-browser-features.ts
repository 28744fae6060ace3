import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };

type Tree = { readonly [name: string]: unknown };

/** Methods of JavaScript and of browsers newer than that Chromium, by name. */
export function methodsNewerThan(chromium: number): ReadonlySet<string> {
  const young = new Map<string, boolean>();
  const groups = [bcd.javascript.builtins, bcd.api] as unknown as readonly Tree[];
  for (const group of groups)
    for (const [owner, members] of Object.entries(group))
      for (const [member, feature] of Object.entries(members as Tree)) {
        const name = member.replace(/_static$/, '');
        const since = addedIn(feature as Tree);
        // A name that Object or an older class has as well proves nothing.
        if (since === null || !/^[a-z]\w+$/.test(name) || owner.startsWith('__')) continue;
        young.set(name, (young.get(name) ?? true) && since > chromium);
      }
  return new Set([...young].filter(([, isYoung]) => isYoung).map(([name]) => name));
}

/** CSS properties newer than that Chromium, and values such as `overflow:clip`. */
export function stylesNewerThan(chromium: number): ReadonlySet<string> {
  const isYoung = (feature: unknown) => (addedIn(feature as Tree) ?? 0) > chromium;
  const properties = Object.entries(bcd.css.properties as unknown as Record<string, Tree>);
  return new Set(
    properties.flatMap(([property, values]) => [
      ...(isYoung(values) ? [property] : []),
      ...Object.keys(values)
        .filter((value) => value !== '__compat' && isYoung(values[value]))
        .map((value) => `${property}:${value.replaceAll('_', '-')}`),
    ]),
  );
}

/** Infinity: not in Chromium; null: unknown. */
function addedIn(feature: Tree): number | null {
  const compat = feature['__compat'] as { support: Tree } | undefined;
  const chrome = compat?.support['chrome'] as Tree | readonly Tree[] | undefined;
  const first = (Array.isArray(chrome) ? chrome[0] : chrome) as Tree | undefined;
  const version = first?.['version_added'];
  if (version === undefined || version === null) return null;
  return typeof version === 'string' && version !== 'preview' ? Number.parseInt(version) : Infinity;
}

/** The method names called in the built scripts of a page. */
export function calledIn(folder: string): ReadonlySet<string> {
  const scripts = filesOf(folder, '.js').map((file) => readFileSync(file, 'utf8'));
  return new Set(
    scripts.flatMap((text) => [...text.matchAll(/\.(\w+)\(/g)].map(([, name]) => name ?? '')),
  );
}

export function filesOf(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}
