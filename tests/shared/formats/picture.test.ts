import { deflateSync, crc32 as nodeCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32, extractFromPng, sessionChunk } from '../../../shared/formats/picture/png'
import { readAnySession, sniffFormat } from '../../../shared/formats/picture/read-any'
import { embedInSvg, extractFromSvg } from '../../../shared/formats/picture/svg'
import { serializeSession } from '../../../shared/formats/session-file/serialize'
import { seededRandom } from '../../../shared/lib/random'
import { renderBoardSvg } from '../../../shared/render/board-svg'
import { fromBase64, fromUtf8, toBase64, toUtf8 } from '../../../shared/lib/bytes'
import { iconFromDisk, sampleBoard } from '../render/sample-board'

/** A real PNG of one grey pixel, built from the specification. */
function onePixel(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(typed.length + 8)
    out.writeUInt32BE(data.length, 0)
    typed.copy(out, 4)
    out.writeUInt32BE(nodeCrc32(typed), out.length - 4)
    return out
  }
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
      chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** One pixel that carries a session, before its last chunk. */
function withSession(json: string): Uint8Array {
  const png = onePixel()
  const end = png.length - 12
  return new Uint8Array(
    Buffer.concat([png.subarray(0, end), sessionChunk(json), png.subarray(end)]),
  )
}

function session(): string {
  const { board, nodes, edges } = sampleBoard()
  return serializeSession(
    {
      meta: { title: 'Köln 👩‍💻', customer: '', createdAt: 1 },
      boards: [board],
      nodes,
      edges,
      marks: [],
      frames: [],
      discovery: [],
      waivers: [],
      packs: [],
      history: [],
    },
    { app: '0.1.0', savedAt: 1 },
  )
}

function svg(embed?: string): string {
  return renderBoardSvg({
    view: sampleBoard(),
    icons: iconFromDisk,
    theme: 'light',
    background: 'solid',
    ...(embed === undefined ? {} : { embed }),
  }).svg
}

describe('bytes and text', () => {
  it('agree with the platform’s own', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (bytes, text) => {
          expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
          expect(fromBase64(toBase64(bytes))).toEqual(bytes)
          expect(toUtf8(text)).toEqual(new TextEncoder().encode(text))
          let decoded: string | null = null
          try {
            decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
          } catch {
            decoded = null
          }
          expect(fromUtf8(bytes)).toBe(decoded)
          expect(crc32(bytes)).toBe(nodeCrc32(bytes))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('refuse what is not base64', () => {
    for (const text of ['a', 'ab*d', 'äöü=', 'abcde']) expect(fromBase64(text)).toBeNull()
    expect(fromBase64('YW Jj\n')).toEqual(toUtf8('abc'))
  })
})

describe('a PNG that carries a session', () => {
  it('gives it back and stays a PNG', () => {
    const json = session()
    const png = withSession(json)
    expect(extractFromPng(png)).toBe(json)
    const types = chunkTypes(png)
    expect(types).toEqual(['IHDR', 'IDAT', 'iTXt', 'IEND'])
    expect(extractFromPng(onePixel())).toBeNull()
  })

  it('opens as a session', () => {
    expect(readAnySession(withSession(session()))).toMatchObject({
      ok: true,
      problems: [],
    })
  })

  it('is not found in what is no PNG', () => {
    expect(extractFromPng(toUtf8('hello'))).toBeNull()
  })

  it('is never read wrongly when damaged', () => {
    const json = session()
    const whole = withSession(json)
    const seed = 20261123
    const random = seededRandom(seed)
    for (let round = 0; round < 400; round++) {
      let bytes = whole.slice()
      if (random() < 0.5) bytes = bytes.slice(0, Math.floor(random() * bytes.length))
      else
        for (let i = 0; i < 3; i++)
          bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8)
      const text = extractFromPng(bytes)
      expect(text === null || text === json, `seed ${seed} round ${round}`).toBe(true)
      readAnySession(bytes)
    }
  })
})

describe('an SVG that carries a session', () => {
  it('gives it back, embedded while drawing or afterwards', () => {
    const json = session()
    expect(extractFromSvg(svg(json))).toBe(json)
    expect(extractFromSvg(embedInSvg(svg(), json))).toBe(json)
    expect(extractFromSvg(svg())).toBeNull()
  })

  it('carries one session: the last', () => {
    const twice = embedInSvg(svg('{"a":1}'), '{"b":2}')
    expect(extractFromSvg(twice)).toBe('{"b":2}')
    expect(twice.match(/<drawbridge:session/g)).toHaveLength(1)
  })

  it('looks the same', () => {
    expect(embedInSvg(svg(), '{}').replace(/<metadata>.*<\/metadata>/, '')).toBe(svg())
  })

  it('survives an editor that reformats it', () => {
    const json = session()
    const edited = svg(json)
      .replaceAll('<drawbridge:', '<ns1:')
      .replaceAll('</drawbridge:', '</ns1:')
      .replace('xmlns:drawbridge', 'xmlns:ns1')
      .replace(
        /encoding="base64">([^<]+)</,
        (_, body: string) => `encoding='base64'>\n  ${body.replace(/(.{76})/g, '$1\n  ')}\n<`,
      )
    expect(edited).not.toContain('<drawbridge:session')
    expect(extractFromSvg(edited)).toBe(json)
  })

  it('opens as a session', () => {
    expect(readAnySession(toUtf8(svg(session())))).toMatchObject({ ok: true })
  })

  it('never throws when damaged', () => {
    const whole = toUtf8(svg(session()))
    const seed = 7
    const random = seededRandom(seed)
    for (let round = 0; round < 60; round++) {
      const bytes = whole.slice(0, Math.floor(random() * whole.length))
      for (let i = 0; i < 20; i++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      expect(() => readAnySession(bytes), `seed ${seed} round ${round}`).not.toThrow()
    }
  })
})

describe('any file', () => {
  it('is told apart by its bytes', () => {
    expect(sniffFormat(onePixel())).toBe('png')
    expect(sniffFormat(toUtf8(svg()))).toBe('svg')
    expect(
      sniffFormat(toUtf8(`<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="x"/>`)),
    ).toBe('svg')
    expect(sniffFormat(toUtf8(`\ufeff  ${session()}`))).toBe('session-json')
    expect(sniffFormat(toUtf8('<html><body></body></html>'))).toBe('unknown')
    expect(sniffFormat(new Uint8Array())).toBe('unknown')
  })

  it('opens when it is a session, and says why not otherwise', () => {
    expect(readAnySession(toUtf8(session()))).toMatchObject({ ok: true })
    expect(readAnySession(onePixel())).toMatchObject({ ok: false, code: 'file.not-ours' })
    expect(readAnySession(toUtf8(svg()))).toMatchObject({ ok: false, code: 'file.not-ours' })
    expect(readAnySession(toUtf8('PK'))).toMatchObject({ ok: false, code: 'file.not-ours' })
    expect(readAnySession(new Uint8Array([0x7b, 0xff, 0xfe]))).toMatchObject({
      ok: false,
      code: 'file.damaged',
    })
  })
})

function chunkTypes(png: Uint8Array): string[] {
  const types: string[] = []
  const view = new DataView(png.buffer, png.byteOffset)
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const length = view.getUint32(at)
    const typed = png.subarray(at + 4, at + 8 + length)
    expect(view.getUint32(at + 8 + length)).toBe(nodeCrc32(typed))
    types.push(String.fromCharCode(...typed.subarray(0, 4)))
  }
  return types
}
