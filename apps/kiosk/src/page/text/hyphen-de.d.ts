declare module 'hyphen/de/index.js' {
  /** Puts soft hyphens into words of at least so many letters. */
  export function hyphenateSync(text: string, options: { readonly minWordLength: number }): string;
}
