export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

interface HtmlPage {
  readonly title: string;
  readonly language: string;
  /** Ready HTML: foreign text has been escaped. */
  readonly body: string;
}

/** A plain page of the hub itself; its style comes from `/home.css`, so that the CSP needs no inline style. */
export function htmlPage({ title, language, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/home.css">
</head>
<body><main>${body}</main></body>
</html>
`;
}

/** The colours of `packages/ui/src/tokens.css`, by their names there; a test holds them equal. */
export const HOME_CSS = `
:root {
  color-scheme: light;
  --color-paper: #faf6ef;
  --color-surface: #ffffff;
  --color-ink: #231d17;
  --color-ink-soft: #4f463c;
  --color-line: #ddd3c5;
  --color-line-strong: #857868;
  --color-primary: #0c4f47;
  --color-focus: #1b4fd1;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--color-paper); color: var(--color-ink);
  font: 1.0625rem/1.5 'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: clamp(2rem, 12vh, 8rem) 1.5rem 2rem; }
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.2; text-wrap: balance; }
h1 + p { margin: 0 0 2rem; color: var(--color-ink-soft); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
li a { display: block; height: 100%; padding: 1.5rem 2rem; border: 1px solid var(--color-line-strong);
  border-radius: 1.25rem; background: var(--color-surface); color: inherit; text-decoration: none; }
li a:hover { border-color: var(--color-primary); }
a:focus-visible { outline: .1875rem solid var(--color-focus); outline-offset: .125rem; }
strong { display: block; margin-bottom: .5rem; font-size: 1.25rem; line-height: 1.2; color: var(--color-primary);
  text-wrap: balance; }
li span { display: block; color: var(--color-ink-soft); }
table { border-collapse: collapse; width: 100%; background: var(--color-surface); }
td { padding: .5rem .75rem; border-bottom: 1px solid var(--color-line); vertical-align: top; }
@media (min-width: 48rem) { ul { grid-template-columns: repeat(3, 1fr); } }
`;

/** The fonts of a built page's stylesheet, found from elsewhere on the same server; `from` is the folder it lies in. */
export function fontFacesOf(css: string, from: string): string {
  return (css.match(/@font-face\s*\{[^}]*\}/g) ?? [])
    .map((face) => face.replaceAll('url(./', `url(${from}`))
    .join('\n');
}
