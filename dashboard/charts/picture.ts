// SPDX-License-Identifier: AGPL-3.0-or-later
// A chart as a file: always in the light colours, with its title above and its source below.
import regular from '@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2?url';
import bold from '@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff2?url';
import { onPaper } from './theme.ts';

export interface Picture {
  title: string;
  subtitle: string;
  source: string;
  /** Of the file, without its ending. */
  name: string;
}

const HEAD = 60;
const FOOT = 30;
const MARGIN = 20;
const SHARPNESS = 2;
const FAMILY = '"Titillium Web", Geneva, Tahoma, sans-serif';

/** Saves what is drawn in an element: an SVG with the class `chart`, or a canvas. */
export async function downloadPicture(
  body: HTMLElement | null,
  picture: Picture,
  kind: 'png' | 'svg',
): Promise<void> {
  const svg = body?.querySelector<SVGSVGElement>('svg.chart');
  const canvas = body?.querySelector('canvas');
  if (!svg && !canvas) throw new Error('there is no chart to save');
  const chart = svg ? { markup: lightMarkup(svg), ...sizeOf(svg) } : imageOf(canvas!);
  const text = framed(chart, picture, await fontFaces());
  const blob = kind === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await rasterised(text);
  save(blob, `${picture.name}.${kind}`);
}

interface Drawn {
  markup: string;
  width: number;
  height: number;
}

const sizeOf = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  return { width: Math.round(width), height: Math.round(height) };
};

function imageOf(canvas: HTMLCanvasElement): Drawn {
  const { width, height } = sizeOf(canvas);
  const address = onPaper(() => canvas.toDataURL('image/png'));
  return { markup: `<image href="${address}" width="${width}" height="${height}"/>`, width, height };
}

/** What the style sheet says about a mark, as attributes of its own: a file has no style sheet. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'vector-effect',
  'display',
];

function lightMarkup(svg: SVGSVGElement): string {
  const { width, height } = sizeOf(svg);
  const paper = document.createElement('div');
  paper.style.cssText = `color-scheme: light; position: absolute; left: -9999px; width: ${width}px`;
  const copy = paper.appendChild(svg.cloneNode(true)) as SVGSVGElement;
  svg.parentElement?.append(paper);
  for (const mark of [copy, ...copy.querySelectorAll<SVGElement>('*')]) setLooks(mark);
  paper.remove();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

function setLooks(mark: SVGElement): void {
  const style = getComputedStyle(mark);
  for (const name of LOOKS) mark.setAttribute(name, style.getPropertyValue(name));
  mark.removeAttribute('class');
}

function framed(
  { markup, width, height }: Drawn,
  { title, subtitle, source }: Picture,
  faces: string,
): string {
  const [wide, high] = [width + 2 * MARGIN, height + HEAD + FOOT];
  const text = (y: number, size: number, weight: number, colour: string, words: string) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" font-family='${FAMILY}'>
<title>${escaped(title)}</title>
<style>${faces}</style>
<rect width="${wide}" height="${high}" fill="#fff"/>
${text(26, 18, 600, '#17324d', title)}
${text(46, 14, 400, '#435a72', subtitle)}
<g transform="translate(${MARGIN} ${HEAD})">${markup}</g>
${text(high - 10, 13, 400, '#435a72', source)}
</svg>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A picture knows nothing of the page's fonts: they travel in it. */
async function fontFaces(): Promise<string> {
  const faces = await Promise.all(
    [
      [regular, 400],
      [bold, 600],
    ].map(async ([address, weight]) => {
      const data = await dataAddress(await (await fetch(String(address))).blob());
      return `@font-face{font-family:"Titillium Web";font-weight:${weight};src:url("${data}") format("woff2")}`;
    }),
  );
  return faces.join('\n');
}

const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

async function rasterised(text: string): Promise<Blob> {
  const image = new Image();
  image.src = await dataAddress(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * SHARPNESS;
  canvas.height = image.height * SHARPNESS;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came out')))),
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
