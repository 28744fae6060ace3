// oxlint-disable-next-line typescript/triple-slash-reference -- pages that import this file need it too
/// <reference path="./css-has-pseudo.d.ts" />
/**
 * What the oldest browser of docs/browsers.md lacks and the pages, or what they are built with, use. It is imported
 * before anything else; newer syntax and styles are lowered by the build. `tests/e2e/oldest-browser.test.ts` compares the
 * built pages with what browsers have.
 */
import 'core-js/modules/es.array.at.js';
import 'core-js/modules/es.array.find-last.js';
import 'core-js/modules/es.array.find-last-index.js';
import 'core-js/modules/es.array.to-reversed.js';
import 'core-js/modules/es.array.to-sorted.js';
import 'core-js/modules/es.array.to-spliced.js';
import 'core-js/modules/es.array.with.js';
import 'core-js/modules/es.error.cause.js';
import 'core-js/modules/es.object.has-own.js';
import 'core-js/modules/es.string.at-alternative.js';
import 'core-js/modules/es.typed-array.at.js';
import 'core-js/modules/web.url.can-parse.js';
import cssHasPseudo from 'css-has-pseudo/browser';

if (!('timeout' in AbortSignal))
  Object.defineProperty(AbortSignal, 'timeout', { value: abortAfter, configurable: true });

if (!CSS.supports('selector(:has(a))')) cssHasPseudo(document);

function abortAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}
