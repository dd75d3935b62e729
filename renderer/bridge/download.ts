/** Lets the browser download bytes under a name. */
export function download(file: { name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }): {
  saved: boolean
  name: string
} {
  const url = URL.createObjectURL(new Blob([file.bytes], { type: file.mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return { saved: true, name: file.name }
}
