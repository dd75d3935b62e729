import { fields, isRawFields, type Raw, type RawFields } from './value'

const FUNCTIONS = ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']

/** Logical ids that SAM gives the APIs it makes for events that name none. */
export const IMPLIED_API = { Api: 'ServerlessRestApi', HttpApi: 'ServerlessHttpApi' } as const

/**
 * Resources that SAM makes from the events of functions: the API that no event names, and a rule for each schedule or
 * pattern. They carry the logical ids that SAM will give them.
 */
export function impliedBySam(resources: RawFields): RawFields {
  const made: [string, Raw][] = []
  for (const [id, resource] of Object.entries(resources)) {
    if (!isRawFields(resource) || !FUNCTIONS.some((type) => type === resource['Type'])) continue
    for (const [name, event] of Object.entries(part(part(resource, 'Properties'), 'Events'))) {
      if (!isRawFields(event)) continue
      const properties = part(event, 'Properties')
      switch (event['Type']) {
        case 'Api':
          if (properties['RestApiId'] === undefined)
            made.push([IMPLIED_API.Api, typed('AWS::Serverless::Api', [])])
          break
        case 'HttpApi':
          if (properties['ApiId'] === undefined)
            made.push([IMPLIED_API.HttpApi, typed('AWS::Serverless::HttpApi', [])])
          break
        case 'Schedule':
        case 'ScheduleV2':
        case 'EventBridgeRule':
        case 'CloudWatchEvent':
          made.push([`${id}${name}`, rule(id, properties)])
          break
      }
    }
  }
  return fields(made.filter(([id]) => !(id in resources)))
}

function rule(target: string, properties: RawFields): Raw {
  const letters = properties['DeadLetterConfig']
  const one: [string, Raw][] = [
    ['Id', target],
    ['Arn', fields<Raw>([['Fn::GetAtt', [target, 'Arn']]])],
    ...(letters === undefined ? [] : [['DeadLetterConfig', letters] as [string, Raw]]),
  ]
  const bus = properties['EventBusName']
  return typed('AWS::Events::Rule', [
    ['Targets', [fields(one)]],
    ...(bus === undefined ? [] : [['EventBusName', bus] as [string, Raw]]),
  ])
}

function typed(type: string, properties: readonly (readonly [string, Raw])[]): Raw {
  return fields<Raw>([
    ['Type', type],
    ['Properties', fields(properties)],
  ])
}

function part(raw: RawFields, key: string): RawFields {
  const found = raw[key]
  return isRawFields(found) ? found : fields<Raw>([])
}
