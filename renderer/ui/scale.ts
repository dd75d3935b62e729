/** How much larger than usual the tools are drawn in this window: said in `tokens.css`, by the window's size. */
export function uiScale(): number {
  const said = getComputedStyle(document.documentElement).getPropertyValue('--ui-scale')
  return Number(said) || 1
}
