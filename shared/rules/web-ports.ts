import { and, not, opens, opensOnly, type Expression } from './expression'
import { setFact, type FixStep } from './fix'

const KEY = 'inboundFromInternet'

/** Of the ports that a security group opens to the internet, only the open ones of the web stay so. */
export function leaveWebPorts(when: Expression): readonly FixStep[] {
  const keep = (http: boolean, https: boolean, left: string): FixStep =>
    setFact(
      KEY,
      left,
      and(
        when,
        http ? opens(KEY, 80) : not(opens(KEY, 80)),
        https ? opens(KEY, 443) : not(opens(KEY, 443)),
      ),
    )
  return [
    keep(true, true, '80, 443'),
    keep(true, false, '80'),
    keep(false, true, '443'),
    keep(false, false, 'none'),
  ]
}

/** No port but those of the web is open to the internet. */
export const onlyWebPorts: Expression = opensOnly(KEY, 80, 443)
