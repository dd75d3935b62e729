import { describe, expect, it } from 'vitest'
import { isWebLink, LINK_LENGTH, readLink } from '../../../shared/model/web-link'

const HOSTILE = [
  'javascript:alert(1)',
  'JavaScript://example.com/%0aalert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'vbscript:x',
  'ms-settings:privacy',
  'https://example.com@evil.example/',
  'https://user:secret@example.com/',
  'https:\\\\evil.example',
  'https:///etc/passwd',
  'https://',
  'https://example.com/a b',
  'https://example.com/\nx',
  'https://example.com/"onload="x',
  'https://example.com/<script>',
  'https://example.com:port/',
  'https://example.com/\u202egnp.exe',
  '//example.com/',
  'app://drawbridge/',
]

describe('a web address', () => {
  it('is http or https, and nothing that only looks like it', () => {
    for (const link of [
      'https://example.com',
      'http://10.0.0.5:8080/wiki?page=1#top',
      'HTTPS://Example.com/Ä/日本',
      'https://[2001:db8::1]:8443/',
      'https://localhost:3000',
      'https://example.com?next=https://other.example/@here',
    ])
      expect(isWebLink(link), link).toBe(true)
    for (const link of HOSTILE) expect(isWebLink(link), link).toBe(false)
  })

  it('has an end to its length', () => {
    const long = `https://example.com/${'a'.repeat(LINK_LENGTH)}`
    expect(isWebLink(long.slice(0, LINK_LENGTH))).toBe(true)
    expect(isWebLink(long)).toBe(false)
  })
})

describe('what a person types', () => {
  it('becomes an address where only its beginning is missing', () => {
    const link = (typed: string): string => {
      const read = readLink(typed)
      return read.ok ? read.link : read.reason
    }
    expect(link('  https://example.com/a ')).toBe('https://example.com/a')
    expect(link('wiki.example.com/orders')).toBe('https://wiki.example.com/orders')
    expect(link('localhost:8080/x')).toBe('https://localhost:8080/x')
    expect(link('10.0.0.5:9000')).toBe('https://10.0.0.5:9000')
    expect(link('http://example.com')).toBe('http://example.com')
  })

  it('is refused with the reason', () => {
    const reason = (typed: string): string => {
      const read = readLink(typed)
      if (read.ok) throw new Error(`${typed} was taken`)
      return read.reason
    }
    for (const hostile of HOSTILE.filter((link) => !link.startsWith('//')))
      expect(reason(hostile)).not.toBe('')
    expect(reason('javascript:alert(1)')).toMatch(/begin with https/)
    expect(reason('mailto:a@example.com')).toMatch(/begin with https/)
    expect(reason('https://me:secret@example.com')).toMatch(/password/)
    expect(reason('the wiki')).toMatch(/no web address/)
    expect(reason(`https://example.com/${'a'.repeat(3000)}`)).toMatch(/2000 characters/)
  })
})
