import { bucket, containers, later, loadBalancer, registry, tls, topic, vpc } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'cicd',
  title: 'Continuous delivery across accounts',
  summary:
    'A pipeline builds, scans and deploys each change to a test account and, once approved, to production. For teams that release often and want the same way each time.',
  also: 'ci cd pipeline codepipeline codebuild codedeploy devops deployment blue green ecr',
  source: {
    title: 'Practicing Continuous Integration and Continuous Delivery on AWS',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/practicing-continuous-integration-continuous-delivery/welcome.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const team = service('users', [0, 120], 'Developers', { where: 'office', mfa: true })
    const code = service('res-git-repository', [0, 264], 'Git repository')
    group('awsCloud', 'AWS Cloud', [168, 0, 1288, 784], { facts: { testEnvironment: true } })
    group('account', 'Tools account', [192, 48, 640, 520], {
      facts: { environment: 'shared', testEnvironment: true },
    })
    const scan = service('amazon-inspector', [552, 120], 'Inspector')
    const pipeline = service('aws-codepipeline', [216, 264], 'CodePipeline')
    const build = service('aws-codebuild', [384, 264], 'CodeBuild')
    const images = service('ecr', [552, 264], 'Container images', registry)
    const deploy = service('aws-codedeploy', [696, 264], 'CodeDeploy')
    const approvals = service('sns', [216, 432], 'Approvals', topic)
    const artifacts = service('s3', [384, 432], 'Build results', bucket)
    const stage = (
      name: string,
      top: number,
      net: number,
      environment: { account: string; service: string },
    ) => {
      group('account', `${name} account`, [960, top, 472, 232], {
        facts: { environment: environment.account, testEnvironment: true },
      })
      group('vpc', `${name} VPC`, [984, top + 48, 424, 160], {
        facts: { ...vpc, cidr: `10.${net}.0.0/16` },
      })
      const app = service('fargate', [1032, top + 96], 'Application', {
        ...containers,
        environment: environment.service,
      })
      const front = service('alb', [1248, top + 96], 'Load balancer', {
        ...loadBalancer,
        environment: environment.service,
      })
      link(front, app, { facts: tls })
      link(deploy, app, { label: name === 'Test' ? 'First' : 'Approved', facts: later })
      return front
    }
    stage('Test', 48, 1, { account: 'non-prod', service: 'nonProduction' })
    const customers = service('users', [1512, 432], 'Customers', { where: 'internet' })
    const live = stage('Production', 336, 0, { account: 'prod', service: 'production' })
    drawBaseline(pen, [192, 600], 'across', ['kms', 'secrets-manager'])
    link(customers, live, { facts: tls })
    link(team, code, { label: 'Push', facts: tls })
    link(code, pipeline, { kind: 'event', label: 'Change', facts: later })
    link(pipeline, build, { facts: later })
    link(build, images, { kind: 'data', label: 'Image', facts: tls })
    link(scan, images, { kind: 'dependency', label: 'Scans' })
    link(build, artifacts, { kind: 'data', label: 'Results', facts: tls })
    link(images, deploy, { kind: 'data', label: 'Image', facts: tls })
    link(pipeline, approvals, { kind: 'event', label: 'Asks', facts: later })
  },
})
