/** A scene of any size, always the same: VPCs of a hundred services in ten subnets, four VPCs to a Region. */
export function neutralScene(services) {
  const nodes = []
  const edges = []
  const vpcs = Math.ceil(services / 100)
  const perRow = Math.ceil(Math.sqrt(Math.ceil(vpcs / 4)))
  let seed = 7
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return seed / 2 ** 32
  }
  for (let v = 0; v < vpcs; v++) {
    const region = `region-${v >> 2}`
    const [rx, ry] = [((v >> 2) % perRow) * 3100, Math.floor((v >> 2) / perRow) * 2700]
    if (v % 4 === 0)
      nodes.push({ id: region, kind: 'region', parent: null, ax: rx, ay: ry, w: 3040, h: 2640 })
    const [vx, vy] = [rx + 40 + (v % 2) * 1490, ry + 60 + ((v >> 1) % 2) * 1290]
    const vpc = `vpc-${v}`
    nodes.push({ id: vpc, kind: 'vpc', parent: region, ax: vx, ay: vy, w: 1460, h: 1260 })
    for (let s = 0; s < 10; s++) {
      const subnet = `subnet-${v}-${s}`
      const [sx, sy] = [vx + 32 + (s % 2) * 710, vy + 48 + Math.floor(s / 2) * 240]
      if (v * 100 + s * 10 >= services) break
      nodes.push({ id: subnet, kind: 'subnet', parent: vpc, ax: sx, ay: sy, w: 686, h: 226 })
      for (let i = 0; i < 10 && v * 100 + s * 10 + i < services; i++) {
        const place = { ax: sx + 20 + (i % 5) * 130, ay: sy + 36 + Math.floor(i / 5) * 94 }
        const id = `n${v * 100 + s * 10 + i}`
        const icon = Math.floor(random() * 20)
        nodes.push({ id, kind: 'service', parent: subnet, ...place, w: 112, h: 88, icon, vpc })
      }
    }
  }
  for (let e = 0; e < services * 1.2; e++) {
    const a = Math.floor(random() * services)
    const base = Math.floor(a / 100) * 100
    const near = base + Math.floor(random() * Math.min(100, services - base))
    const b = random() < 0.9 ? near : Math.floor(random() * services)
    if (a !== b) edges.push({ id: `e${e}`, source: `n${a}`, target: `n${b}` })
  }
  for (const node of nodes)
    node.label = node.kind === 'service' ? `Service ${node.id.slice(1)}` : node.id
  return { nodes, edges }
}
