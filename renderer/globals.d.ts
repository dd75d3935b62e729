/** Version of the app, from package.json, put in at build time. */
declare const __APP_VERSION__: string

/** Icons that have a white form for dark backgrounds, by their path. */
declare module 'virtual:dark-icons' {
  const icons: readonly string[]
  export default icons
}
