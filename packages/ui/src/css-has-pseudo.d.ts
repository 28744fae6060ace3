/** The part of css-has-pseudo that runs in a browser comes without types. */
declare module 'css-has-pseudo/browser' {
  export default function cssHasPseudo(document: Document): void;
}
