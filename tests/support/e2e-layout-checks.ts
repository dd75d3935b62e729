import type { Page } from '@playwright/test'

/**
 * Text that one cannot read to its end, as readable lines: beyond the window, or cut off at the side by something that
 * neither scrolls nor says so with an ellipsis. The board itself is left out: it is looked at in parts.
 */
export function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const isSpoken = (element: Element): boolean =>
      element.clientWidth <= 1 && element.clientHeight <= 1
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const holder = text.parentElement
      const words = text.textContent?.trim()
      if (!holder || !words || holder.closest('.react-flow, script, style, option, select'))
        continue
      if (!holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const { left, right, width } = range.getBoundingClientRect()
      if (width === 0) continue
      let saysSo = false
      for (let at: Element | null = holder; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (isSpoken(at)) {
          saysSo = true
          break
        }
        saysSo ||= style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
        if (saysSo) break
        if (style.overflowX === 'visible') continue
        const box = at.getBoundingClientRect()
        if (left >= box.left - 1 && right <= box.right + 1) continue
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') saysSo = true
        else found.push(`“${words}” is cut off`)
        break
      }
      if (!saysSo && (left < -1 || right > window.innerWidth + 1))
        found.push(`“${words}” is beyond the window`)
    }
    return found
  })
}

/** What one scrolls sideways to see, as readable lines; rows of tabs may be. */
export function wideContents(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body, body *')].flatMap((element) => {
      if (element.closest('.react-flow, [role="tablist"]')) return []
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth <= 1) return []
      const { overflowX } = getComputedStyle(element)
      if (overflowX !== 'auto' && overflowX !== 'scroll') return []
      return [`${element.tagName} ${element.className} holds ${element.scrollWidth} px`]
    }),
  )
}

/** Buttons that cannot be pressed: beyond the window, or under something else. What one scrolls down to is left out. */
export function buttonsOutOfReach(page: Page, inside: string): Promise<string[]> {
  return page.locator(inside).evaluateAll((places) => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((element.scrollHeight > element.clientHeight &&
        getComputedStyle(element).overflowY === 'auto') ||
        scrolls(element.parentElement))
    return places
      .flatMap((place) => [...place.querySelectorAll('button')])
      .filter((button) => button.checkVisibility() && !button.disabled && !scrolls(button))
      .flatMap((button) => {
        const { left, top, width, height } = button.getBoundingClientRect()
        const at = document.elementFromPoint(left + width / 2, top + height / 2)
        const name = button.getAttribute('aria-label') ?? button.textContent ?? ''
        return at && button.contains(at) ? [] : [name]
      })
  })
}

/** How large the smallest text is that people read, in pixels of the window; the board itself is left out. */
export function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    let least = Infinity
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const holder = text.parentElement
      if (!holder || !text.textContent?.trim() || holder.closest('.react-flow, script, style'))
        continue
      if (!holder.checkVisibility() || holder.clientHeight <= 1) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const [line] = range.getClientRects()
      if (line) least = Math.min(least, line.height)
    }
    return least
  })
}
