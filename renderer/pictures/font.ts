import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url'
import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import vietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url'
import { toBase64 } from '#shared/lib/bytes'
import type { BoardContent } from '#shared/model/session'

/** Parts of Inter by the characters they hold; only those a picture needs go into it. */
const PARTS: readonly { url: string; holds: RegExp; range: string }[] = [
  {
    url: latin,
    holds: /./,
    range: 'U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2190-2193',
  },
  {
    url: latinExt,
    holds: /[\u0100-\u02ff\u1e00-\u1eff\u20a0-\u20cf]/,
    range: 'U+0100-02FF,U+1E00-1EFF,U+20A0-20AB,U+20AD-20CF',
  },
  { url: cyrillic, holds: /[\u0400-\u045f\u0490-\u0491]/, range: 'U+0400-045F,U+0490-0491' },
  { url: greek, holds: /[\u0370-\u03ff]/, range: 'U+0370-03FF' },
  {
    url: vietnamese,
    holds: /[\u0102-\u0103\u1ea0-\u1ef9\u20ab]/,
    range: 'U+0102-0103,U+1EA0-1EF9,U+20AB',
  },
]

/** All that is written on a board, in no order. */
export function textOf({ board, nodes, edges, marks = [] }: BoardContent): string {
  return [
    board.name,
    ...[...nodes, ...edges].map(({ label }) => label),
    ...marks.map((mark) => ('text' in mark ? mark.text : '')),
  ].join('')
}

/** A file with a part of Inter, and the characters it is for. */
export interface FontFile {
  url: string
  range: string
}

/** The files of Inter that `text` needs. */
export function fontFiles(text: string): FontFile[] {
  return neededFor(text).map(({ url, range }) => ({
    url: new URL(url, document.baseURI).href,
    range,
  }))
}

const loaded = new Map<string, Promise<string>>()

/** `@font-face` rules that carry the parts of Inter needed for `text`, so a picture looks the same anywhere. */
export async function fontCss(text: string): Promise<string> {
  const rules = await Promise.all(
    neededFor(text).map(async ({ url, range }) => {
      const data = loaded.get(url) ?? fetchBase64(url)
      loaded.set(url, data)
      return `@font-face{font-family:'Inter';font-weight:100 900;src:url(data:font/woff2;base64,${await data}) format('woff2');unicode-range:${range}}`
    }),
  )
  return rules.join('')
}

function neededFor(text: string): typeof PARTS {
  return PARTS.filter(({ holds }, i) => i === 0 || holds.test(text))
}

async function fetchBase64(url: string): Promise<string> {
  return toBase64(new Uint8Array(await (await fetch(url)).arrayBuffer()))
}
