/** Lets the browser download a file. */
export function download(file: { name: string; content: Blob }): { saved: boolean; name: string } {
  const url = URL.createObjectURL(file.content)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return { saved: true, name: file.name }
}
