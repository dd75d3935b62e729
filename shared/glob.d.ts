/** The one bundler feature shared code may use: collecting a folder's default exports at build time. */
interface ImportMeta {
  glob<T>(
    patterns: string | readonly string[],
    options: { eager: true; import: 'default' },
  ): Record<string, T>
}
