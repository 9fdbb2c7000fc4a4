import { captionOf } from './caption';
import type { Row } from './rows';

/** The sheet as a page; its pictures lie beside it. */
export function sheetHtml(title: string, rows: readonly Row[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>
  body { margin: 2rem; font: 14px/1.4 system-ui, sans-serif; background: #16161a; color: #e8e6e3; }
  section { display: flex; gap: 1rem; align-items: flex-start; margin-bottom: 2.5rem; overflow-x: auto; }
  figure { margin: 0; flex: 0 0 18rem; }
  img { display: block; width: 100%; height: auto; }
  figcaption span { display: block; color: #a5a29c; }
  figcaption span:first-child { margin-top: 0.4rem; color: inherit; font-weight: 600; }
</style>
<h1>${escapeXml(title)}</h1>
${rows.map(section).join('\n')}
</html>
`;
}

function section({ photograph, style, cells }: Row): string {
  const pictures = [
    figure(`${photograph}.jpg`, [photograph, 'photograph']),
    figure(`${style}.jpg`, [style, 'style']),
    ...cells.map((painted) => figure(painted.file, captionOf(painted))),
  ];
  return `<section>\n${pictures.join('\n')}\n</section>`;
}

function figure(file: string, lines: readonly string[]): string {
  const caption = lines.filter(Boolean).map((line) => `<span>${escapeXml(line)}</span>`);
  return `<figure><a href="${escapeXml(file)}"><img src="${escapeXml(file)}" alt="${escapeXml(lines[0])}" loading="lazy"></a><figcaption>${caption.join('')}</figcaption></figure>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
