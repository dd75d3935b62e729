/** Asks the browser for the clipboard's text, which it may refuse, or lack where the page came by plain HTTP. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}
