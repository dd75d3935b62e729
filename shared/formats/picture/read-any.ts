import { fromUtf8 } from '../../lib/bytes'
import { MAX_FILE_CHARS } from '../session-file/envelope'
import { parseSession, type ParseResult } from '../session-file/parse'
import { extractFromPng, isPng } from './png'
import { extractFromSvg } from './svg'

export type SessionFileFormat = 'session-json' | 'png' | 'svg' | 'unknown'

/** What a file is, from its first bytes; its name does not matter. */
export function sniffFormat(bytes: Uint8Array): SessionFileFormat {
  if (isPng(bytes)) return 'png'
  // Latin letters are the same in UTF-8 and byte by byte, and the marks that are looked for are Latin.
  let head = ''
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte)
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (text.startsWith('{')) return 'session-json'
  return text.startsWith('<') && /<svg[\s>]/.test(text) ? 'svg' : 'unknown'
}

/** Opens a session file, or a PNG or SVG that carries a session. Never throws. */
export function readAnySession(bytes: Uint8Array): ParseResult {
  if (bytes.length > MAX_FILE_CHARS)
    return {
      ok: false,
      code: 'file.too-large',
      detail: `This file is larger than ${MAX_FILE_CHARS / 1024 / 1024} MB, which is more than a session can be. It was not opened.`,
    }
  const format = sniffFormat(bytes)
  if (format === 'png') return fromPicture(extractFromPng(bytes), 'PNG')
  if (format === 'unknown') return parseSession('')
  const text = fromUtf8(bytes)
  if (text === null)
    return {
      ok: false,
      code: 'file.damaged',
      detail: 'This file is not proper text (UTF-8). Nothing was changed; try an earlier copy.',
    }
  return format === 'svg' ? fromPicture(extractFromSvg(text), 'SVG') : parseSession(text)
}

function fromPicture(json: string | null, format: string): ParseResult {
  return json === null
    ? {
        ok: false,
        code: 'file.not-ours',
        detail: `This ${format} carries no Drawbridge session, or another program removed it. Nothing was changed.`,
      }
    : parseSession(json)
}
