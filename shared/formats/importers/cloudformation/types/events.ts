import { BETWEEN_SERVICES, from, links, toward } from '../link'
import {
  helper,
  node,
  part,
  type LinkDraft,
  type Mapping,
  type Mappings,
  type Telling,
} from '../mapping'
import { byDefault, choose, firstOf, flag, properties, standard } from '../tell'
import {
  Pending,
  asList,
  asText,
  at,
  isFields,
  isGiven,
  isList,
  patternOf,
  type Value,
} from '../value'

/** Every target keeps what it could not deliver. */
const targetsKept: Telling = (_, about) => {
  const targets = properties(about, 'AWS::Events::Rule').flatMap((rule) =>
    asList(at(rule, 'Targets')),
  )
  const found = targets.map((target) => isGiven(at(target, 'DeadLetterConfig.Arn')))
  const schedules = properties(about, 'AWS::Scheduler::Schedule').map((one) =>
    isGiven(at(one, 'Target.DeadLetterConfig.Arn')),
  )
  const all = [...found, ...schedules]
  if (all.includes(false)) return standard(false)
  if (all.length === 0 || all.includes(undefined)) return undefined
  return { value: true }
}

const RULE: Mapping = node('eventbridge', {
  partOf: ['EventBusName'],
  names: ['Name'],
  facts: { deadLetterQueue: targetsKept, encryptedAtRest: byDefault(true) },
  links: [toward('event', 'Targets.Arn', BETWEEN_SERVICES)],
})

/** A catalogue of steps that a definition calls: any reference in it is a call. */
function calls(machine: Value): readonly LinkDraft[] {
  const definition = [
    at(machine, 'DefinitionString'),
    at(machine, 'Definition'),
    at(machine, 'DefinitionSubstitutions'),
  ]
  return definition
    .flatMap(pendingIn)
    .map((to) => ({ from: 'self', to, kind: 'request', facts: BETWEEN_SERVICES }))
}

function pendingIn(value: Value | undefined): readonly Value[] {
  if (value instanceof Pending)
    return value.parts.flatMap((one) =>
      typeof one === 'object' && one.kind === 'reference' ? [new Pending([one])] : [],
    )
  if (isList(value)) return value.flatMap(pendingIn)
  return isFields(value) ? Object.values(value).flatMap(pendingIn) : []
}

/** States that catch or retry; a definition in another file is not known. */
const errorHandling: Telling = (machine) => {
  const text = patternOf(at(machine, 'DefinitionString') ?? at(machine, 'Definition'))
  if (text === '') return undefined
  return /\\?"(Catch|Retry)\\?"/.test(text) ? { value: true } : undefined
}

/** A workflow, in plain CloudFormation or SAM. */
export const STATE_MACHINE: Mapping = node('step-functions', {
  names: ['StateMachineName', 'Name'],
  facts: {
    workflowType: firstOf(
      choose('StateMachineType', { STANDARD: 'standard', EXPRESS: 'express' }),
      choose('Type', { STANDARD: 'standard', EXPRESS: 'express' }, 'standard'),
    ),
    tracing: (machine) => {
      const configuration = at(machine, 'TracingConfiguration') ?? at(machine, 'Tracing')
      return configuration === undefined
        ? machine instanceof Pending
          ? undefined
          : standard(false)
        : flag('Enabled', false)(configuration)
    },
    logging: (machine) => {
      const configuration = at(machine, 'LoggingConfiguration') ?? at(machine, 'Logging')
      if (configuration === undefined)
        return machine instanceof Pending ? undefined : standard(false)
      const level = at(configuration, 'Level')
      if (level === undefined) return standard(false)
      const word = asText(level)
      return word === undefined ? undefined : { value: word !== 'OFF' }
    },
    errorHandling,
  },
  links: [links(calls)],
})

export const events: Mappings = {
  'AWS::Events::EventBus': node('eventbridge', {
    names: ['Name'],
    facts: {
      deadLetterQueue: targetsKept,
      encryptedAtRest: byDefault(true),
      archive: (bus, about) =>
        about.of('AWS::Events::Archive').length > 0
          ? { value: true }
          : bus instanceof Pending
            ? undefined
            : standard(false),
    },
  }),
  'AWS::Events::Rule': RULE,
  'AWS::Events::EventBusPolicy': part(['EventBusName'], { elsewhere: 'AWS::Events::EventBus' }),
  'AWS::Events::Archive': part('SourceArn', { elsewhere: 'AWS::Events::EventBus' }),
  'AWS::Events::ApiDestination': helper({ service: 'eventbridge', names: ['Name'] }),
  'AWS::Events::Connection': helper({ names: ['Name'] }),
  'AWS::Events::Endpoint': node('eventbridge', { names: ['Name'] }),
  'AWS::EventSchemas::Registry': node('eventbridge', { names: ['RegistryName'] }),
  'AWS::EventSchemas::Schema': part('RegistryName'),
  'AWS::EventSchemas::Discoverer': part('SourceArn'),
  'AWS::Scheduler::Schedule': node('eventbridge', {
    names: ['Name'],
    facts: { deadLetterQueue: targetsKept, encryptedAtRest: byDefault(true) },
    links: [toward('event', 'Target.Arn', BETWEEN_SERVICES)],
  }),
  'AWS::Scheduler::ScheduleGroup': helper({ names: ['Name'] }),
  'AWS::Pipes::Pipe': node('eventbridge', {
    names: ['Name'],
    links: [
      from('event', 'Source', BETWEEN_SERVICES),
      toward('event', 'Target', BETWEEN_SERVICES),
      toward('request', 'Enrichment', BETWEEN_SERVICES),
    ],
  }),
  'AWS::StepFunctions::StateMachine': STATE_MACHINE,
  'AWS::StepFunctions::Activity': helper({ service: 'step-functions', names: ['Name'] }),
  'AWS::StepFunctions::StateMachineAlias': part(['RoutingConfiguration']),
  'AWS::StepFunctions::StateMachineVersion': part('StateMachineArn'),
}
