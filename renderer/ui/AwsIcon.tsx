/** Address of an icon's file. `icon` is a path under `icons/` without its ending. */
export function iconUrl(icon: string): string {
  return `${import.meta.env.BASE_URL}icons/${icon}.svg`
}

/** An icon of the catalogue, unmodified. Decorative: what it stands for is said in text beside it. */
export function AwsIcon({ icon, size }: { icon: string; size: number }) {
  return (
    <img
      src={iconUrl(icon)}
      width={size}
      height={size}
      alt=""
      draggable={false}
      loading="lazy"
      className="shrink-0 rounded-[3px] select-none"
    />
  )
}
