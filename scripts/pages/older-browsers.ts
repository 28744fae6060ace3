import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type MessageKey, texts } from '@motcua/i18n';
import hasPseudo from 'css-has-pseudo';
import postcss, { type AcceptedPlugin } from 'postcss';
import selectorNot from 'postcss-selector-not';
import type { Plugin } from 'vite';

/** The oldest supported Chromium, Chrome and Edge, of November 2020: televisions and Windows 7 stay at 92 to 109. */
export const OLDEST_CHROMIUM = 87;

/** What the CSS compiler does not lower itself. */
const LOWERED = postcss([
  hasPseudo(),
  selectorNot(),
  {
    postcssPlugin: 'viewport-height',
    Declaration(declaration) {
      if (!/\ddvh\b/.test(declaration.value)) return;
      const value = declaration.value.replaceAll(/(\d)dvh\b/g, '$1vh');
      if (declaration.prev()?.toString() !== `${declaration.prop}: ${value}`)
        declaration.cloneBefore({ value });
    },
  },
]);

/** Runs at the end: only then have the classes of CSS modules their final names, which `:has()` writes into attributes. */
export const STYLES_FOR_OLDER: AcceptedPlugin = {
  postcssPlugin: 'styles-for-older',
  async OnceExit(root) {
    await LOWERED.process(root, { from: root.source?.input.file });
  },
};

const SCRIPT = 'old-browser.js';

/** Explains why a page cannot run: without JavaScript, in an older browser, or when its script did not load. */
export function sayWhyEmpty(base: string): Plugin {
  return {
    name: 'say-why-empty',
    transformIndexHtml: () => [
      { tag: 'script', attrs: { src: `${base}${SCRIPT}` }, injectTo: 'head' },
      {
        tag: 'noscript',
        injectTo: 'body-prepend',
        children: LANGUAGES.map((language) => ({
          tag: 'p',
          attrs: { lang: language },
          children: texts(language)('common.needs-javascript'),
        })),
      },
    ],
    generateBundle() {
      const words = {
        tooOld: inAllLanguages('common.browser-too-old'),
        notLoaded: inAllLanguages('common.page-not-loaded'),
      };
      const source = readFileSync(join(import.meta.dirname, SCRIPT), 'utf8');
      this.emitFile({
        type: 'asset',
        fileName: SCRIPT,
        source: source.replace("'WORDS'", () => JSON.stringify(words)),
      });
    },
  };
}

function inAllLanguages(key: MessageKey): Readonly<Record<string, string>> {
  const params = { version: OLDEST_CHROMIUM };
  return Object.fromEntries(LANGUAGES.map((language) => [language, texts(language)(key, params)]));
}
