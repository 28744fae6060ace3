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
  /** Ready HTML: whatever came from outside has been escaped. */
  readonly body: string;
}

/** A plain page of the hub itself; its look comes from `/home.css`, so that the CSP needs no inline style. */
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

export const HOME_CSS = `
:root { color-scheme: light; --ink: #1c2430; --quiet: #556070; --accent: #9b1c1c; --ground: #f6f4ef; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1.125rem/1.5 'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: clamp(2rem, 12vh, 8rem) 1.5rem 2rem; }
h1 { margin: 0 0 .25rem; font-size: 2.25rem; line-height: 1.25; text-wrap: balance; }
h1 + p { margin: 0 0 2.5rem; color: var(--quiet); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
li a { display: block; height: 100%; padding: 1.75rem 2rem; border-radius: 1rem; background: #fff;
  color: inherit; text-decoration: none; border: 2px solid #e2ddd2; }
li a:hover { border-color: var(--accent); }
a:focus-visible { outline: .25rem solid #1d4ed8; outline-offset: .2rem; }
strong { display: block; margin-bottom: .5rem; font-size: 1.5rem; line-height: 1.3; color: var(--accent);
  text-wrap: balance; }
li span { display: block; color: var(--quiet); }
table { border-collapse: collapse; width: 100%; background: #fff; }
td { padding: .5rem .75rem; border-bottom: 1px solid #e2ddd2; vertical-align: top; }
@media (min-width: 48rem) { ul { grid-template-columns: repeat(3, 1fr); } }
`;
