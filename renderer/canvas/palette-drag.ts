import type { PaletteHit } from '#shared/catalogue/search'

/** What the palette puts on a drag. The browser hides it until the drop, so it is kept here meanwhile. */
export const PALETTE_MIME = 'application/x-drawbridge-palette'

let carried: PaletteHit | null = null

export function carryFromPalette(hit: PaletteHit | null): void {
  carried = hit
}

export function carriedFromPalette(): PaletteHit | null {
  return carried
}
