/** The browser part of css-has-pseudo has no types. */
declare module 'css-has-pseudo/browser' {
  export default function cssHasPseudo(document: Document): void;
}
